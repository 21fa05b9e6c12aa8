package io.github.albertner.embedding;

import io.github.albertner.checkpoint.EmbeddingFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Embeddings of all pieces of a vocabulary, V x E. */
public final class PieceEmbeddings {

  private final int rows;
  private final int size;
  private final float[] values;
  private final boolean[] found;

  /**
   * @param values V x E, row by row; not copied
   * @param found which rows come from counts
   */
  PieceEmbeddings(int size, float[] values, boolean[] found) {
    this.rows = found.length;
    this.size = size;
    this.values = values;
    this.found = found;
  }

  /**
   * A piece and how near it is.
   *
   * @param piece its id
   * @param cosine of the angle between both embeddings
   */
  public record Neighbour(int piece, double cosine) {}

  /**
   * How many pieces occurred in the text.
   *
   * @return rows that come from counts; others are random
   */
  public int found() {
    return (int) IntStream.range(0, rows).filter(row -> found[row]).count();
  }

  /**
   * The pieces nearest to a piece.
   *
   * @param piece its id
   * @param count how many
   * @return nearest first, without the piece itself and those that did not occur
   */
  public List<Neighbour> nearest(int piece, int count) {
    return IntStream.range(0, rows)
        .filter(row -> row != piece && found[row])
        .mapToObj(row -> new Neighbour(row, cosine(piece, row)))
        .sorted(Comparator.comparingDouble(neighbour -> -neighbour.cosine()))
        .limit(count)
        .toList();
  }

  private double cosine(int a, int b) {
    return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
  }

  private double dot(int a, int b) {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += (double) values[a * size + i] * values[b * size + i];
    }
    return sum;
  }

  /**
   * Writes them for {@link EmbeddingFile#into}.
   *
   * @param file the target, in an existing folder
   * @param overwrite whether it may be replaced
   * @param tokenizerJson of the vocabulary
   * @param facts what they were made of, for the file's header
   * @throws IOException if it cannot be written
   */
  public void write(Path file, boolean overwrite, String tokenizerJson, Map<String, String> facts)
      throws IOException {
    EmbeddingFile.write(file, overwrite, values, rows, tokenizerJson, facts);
  }
}
