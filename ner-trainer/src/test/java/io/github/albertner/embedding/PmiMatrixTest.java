package io.github.albertner.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PmiMatrixTest {
  private static final int VOCABULARY = 13;
  private static final int UNCOUNTED = 1;
  private static final int SIZE = 3;

  @TempDir private Path folder;

  private final List<int[]> sentences = new ArrayList<>();

  private DMatrixRMaj matrix(int parts, int threads) throws IOException {
    Path own = Files.createTempDirectory(folder, "m");
    PieceFile pieces = new PieceFile(own.resolve("pieces"));
    try (PieceFile.Writer out = pieces.writer()) {
      for (int[] sentence : sentences) {
        out.write(sentence);
      }
    }
    boolean[] counted = new boolean[VOCABULARY];
    Arrays.fill(counted, true);
    counted[UNCOUNTED] = false;
    Window window = new Window(SIZE);
    try (Workers workers = new Workers(threads)) {
      Marginals marginals = Marginals.of(pieces, window, counted);
      return PmiMatrix.of(pieces, window, marginals, own, parts, workers, (s, d, t) -> {})
          .times(CommonOps_DDRM.identity(VOCABULARY));
    }
  }

  /** Straight from the definitions, dense. */
  private double[][] expected() {
    double[][] counts = new double[VOCABULARY][VOCABULARY];
    for (int[] sentence : sentences) {
      for (int i = 0; i < sentence.length; i++) {
        for (int j = Math.max(0, i - SIZE); j <= i + SIZE && j < sentence.length; j++) {
          if (j != i && sentence[i] != UNCOUNTED && sentence[j] != UNCOUNTED) {
            counts[sentence[i]][sentence[j]] += 1.0 / Math.abs(i - j);
          }
        }
      }
    }
    double[] sums = Arrays.stream(counts).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
    double total = Arrays.stream(sums).sum();
    double powers = Arrays.stream(sums).map(sum -> Math.pow(sum, 0.75)).sum();
    double[][] information = new double[VOCABULARY][VOCABULARY];
    for (int i = 0; i < VOCABULARY; i++) {
      for (int j = 0; j < VOCABULARY; j++) {
        if (counts[i][j] > 0) {
          double joint = counts[i][j] / total;
          double oneOrder = Math.log(joint / (sums[i] / total * Math.pow(sums[j], 0.75) / powers));
          double other = Math.log(joint / (sums[j] / total * Math.pow(sums[i], 0.75) / powers));
          information[i][j] = Math.max(0, (oneOrder + other) / 2);
        }
      }
    }
    return information;
  }

  @Test
  void equalsTheDefinitionInHoweverManyParts() throws IOException {
    Random random = new Random(7);
    for (int s = 0; s < 60; s++) {
      // Id 12 never occurs; sentences of no and of one piece do.
      int[] sentence = random.ints(random.nextInt(9), 0, VOCABULARY - 1).toArray();
      sentences.add(sentence);
    }
    DMatrixRMaj one = matrix(1, 1);
    double[][] expected = expected();
    int positive = 0;
    for (int i = 0; i < VOCABULARY; i++) {
      for (int j = 0; j < VOCABULARY; j++) {
        assertEquals(expected[i][j], one.get(i, j), 1e-6, i + "," + j);
        positive += expected[i][j] > 0 ? 1 : 0;
      }
    }
    assertEquals(true, positive > 40, "a test of something");
    for (int parts : new int[] {2, 5, VOCABULARY}) {
      assertArrayEquals(one.data, matrix(parts, 3).data, "parts " + parts);
    }
  }

  @Test
  void longSentencesAreReadWhole() throws IOException {
    sentences.add(new Random(3).ints(300_000, 0, VOCABULARY - 1).toArray());
    sentences.add(new int[] {2, 3});
    DMatrixRMaj one = matrix(1, 1);
    double[][] expected = expected();
    for (int i = 0; i < VOCABULARY; i++) {
      for (int j = 0; j < VOCABULARY; j++) {
        assertEquals(expected[i][j], one.get(i, j), 1e-5);
      }
    }
  }
}
