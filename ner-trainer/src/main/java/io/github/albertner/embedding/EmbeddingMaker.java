package io.github.albertner.embedding;

import io.github.albertner.checkpoint.TruncatedNormal;
import io.github.albertner.plaintext.ScratchFolder;
import io.github.albertner.plaintext.TextReader;
import io.github.albertner.text.Splitter;
import io.github.albertner.tokenize.SubwordTokenizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Makes embeddings from plain text. */
public final class EmbeddingMaker {

  /** Standard deviation of ALBERT's initial weights. */
  private static final double DEVIATION = 0.02;

  private final EmbeddingSettings settings;
  private final Splitter splitter;

  /**
   * A maker.
   *
   * @param settings how to make them
   * @param splitter for the language of the text
   */
  public EmbeddingMaker(EmbeddingSettings settings, Splitter splitter) {
    this.settings = settings;
    this.splitter = splitter;
  }

  /**
   * Makes embeddings.
   *
   * @param text all of it; closed in the end
   * @param tokenizer of the vocabulary
   * @param output where they will be written: what grows with the text lies beside it meanwhile
   * @param progress is told how far the work is
   * @return embeddings; rows of pieces that do not occur, and of special ones, are random
   * @throws IOException if text cannot be read, too few pieces occur, or the disk is full
   */
  public PieceEmbeddings make(
      TextReader text, SubwordTokenizer tokenizer, Path output, Progress progress)
      throws IOException {
    try (ScratchFolder scratch = ScratchFolder.beside(output);
        Workers workers = new Workers(settings.threads())) {
      PieceFile pieces = new PieceFile(scratch.resolve("pieces"));
      new TextEncoder(tokenizer, splitter, workers, settings.threads())
          .encode(text, pieces, progress);
      Window window = new Window(settings.window());
      Marginals marginals = Marginals.of(pieces, window, counted(tokenizer));
      boolean[] found = found(marginals);
      PmiMatrix matrix = PmiMatrix.of(pieces, window, marginals, scratch.path(), workers, progress);
      Random random = new Random(settings.seed());
      SingularVectors vectors = SingularVectors.of(matrix, settings.size(), random, progress);
      DMatrixRMaj embeddings = rotated(weighted(vectors), random);
      return new PieceEmbeddings(
          settings.size(), scaled(embeddings, found, tokenizer.padId()), found);
    }
  }

  private static boolean[] counted(SubwordTokenizer tokenizer) {
    boolean[] counted = new boolean[tokenizer.vocabularySize()];
    Arrays.fill(counted, true);
    // Only the unknown piece ever comes from text.
    counted[tokenizer.unknownId()] = false;
    return counted;
  }

  private boolean[] found(Marginals marginals) throws IOException {
    long[] sums = marginals.sums();
    boolean[] found = new boolean[sums.length];
    int count = 0;
    for (int row = 0; row < found.length; row++) {
      found[row] = sums[row] > 0;
      count += found[row] ? 1 : 0;
    }
    if (count < settings.size()) {
      throw new IOException(
          "expected text in which at least as many pieces occur as embeddings have columns, %s, found %s; give more text or a smaller size"
              .formatted(settings.size(), count));
    }
    return found;
  }

  /** U times the square roots of the singular values, V x E. */
  private static DMatrixRMaj weighted(SingularVectors vectors) {
    DMatrixRMaj weighted = vectors.vectors().copy();
    double[] roots = Arrays.stream(vectors.values()).map(Math::sqrt).toArray();
    CommonOps_DDRM.multCols(weighted, roots);
    return weighted;
  }

  /**
   * Turned at random, so that all columns are of one scale, as random weights are, and the largest
   * singular values do not lie in the first columns. Angles and lengths stay.
   */
  private static DMatrixRMaj rotated(DMatrixRMaj embeddings, Random random) {
    DMatrixRMaj rotation = new DMatrixRMaj(embeddings.numCols, embeddings.numCols);
    for (int i = 0; i < rotation.data.length; i++) {
      rotation.data[i] = random.nextGaussian();
    }
    DMatrixRMaj rotated = new DMatrixRMaj(embeddings.numRows, embeddings.numCols);
    CommonOps_DDRM.mult(embeddings, SingularVectors.orthonormal(rotation), rotated);
    return rotated;
  }

  /** Without the mean of the rows found, which tells none from another, and of one deviation. */
  private float[] scaled(DMatrixRMaj embeddings, boolean[] found, int padId) {
    int size = embeddings.numCols;
    double[] mean = new double[size];
    int count = 0;
    for (int row = 0; row < found.length; row++) {
      if (found[row]) {
        count++;
        for (int i = 0; i < size; i++) {
          mean[i] += embeddings.get(row, i);
        }
      }
    }
    double squares = 0;
    for (int row = 0; row < found.length; row++) {
      for (int i = 0; found[row] && i < size; i++) {
        double value = embeddings.get(row, i) - mean[i] / count;
        embeddings.set(row, i, value);
        squares += value * value;
      }
    }
    double scale = DEVIATION / Math.sqrt(squares / ((double) count * size));
    float[] values =
        TruncatedNormal.values(found.length * size, DEVIATION, settings.seed(), "embeddings");
    for (int row = 0; row < found.length; row++) {
      for (int i = 0; found[row] && i < size; i++) {
        values[row * size + i] = (float) (embeddings.get(row, i) * scale);
      }
    }
    if (!found[padId]) {
      Arrays.fill(values, padId * size, (padId + 1) * size, 0);
    }
    return values;
  }
}
