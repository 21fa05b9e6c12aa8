package io.github.albertner.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.Device;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The network computes, layer by layer, what an independent implementation computes. */
class NetworkParityTest {
  private static final double BF16_TOLERANCE = 0.15;
  private static final double INT8_TOLERANCE = 0.05;

  /** Where the network runs; other devices have tests of their own. */
  Device device() {
    return Device.cpu();
  }

  double f32Tolerance() {
    return 1e-5;
  }

  static List<String> cases() {
    return Golden.CASES;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void unpaddedActivations(String name) throws IOException {
    Golden golden = Golden.load(name);
    try (TaggerNetwork network = load(golden, Precision.F32)) {
      List<float[]> states = network.activations(golden.unpaddedIds(), golden.lengths());
      int[] rows = golden.realRows();
      for (int i = 0; i < states.size(); i++) {
        float[] actual = states.get(i);
        int columns = actual.length / rows.length;
        assertRows(stateName(golden, i), golden, rows, actual, columns, false, f32Tolerance());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void paddedActivations(String name) throws IOException {
    Golden golden = Golden.load(name);
    try (TaggerNetwork network = load(golden, Precision.F32)) {
      List<float[]> states = network.activations(golden.paddedIds(), golden.lengths());
      for (int i = 0; i < states.size(); i++) {
        float[] actual = states.get(i);
        int columns = actual.length / golden.paddedIds().length;
        assertRows(
            stateName(golden, i), golden, golden.realRows(), actual, columns, true, f32Tolerance());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void eachSentenceAloneAndOnlyTheRowsAskedFor(String name) throws IOException {
    Golden golden = Golden.load(name);
    float[] expected = golden.floats("golden.logits");
    long[] lengths = golden.lengths();
    int width = golden.paddedIds().length / lengths.length;
    try (TaggerNetwork network = load(golden, Precision.F32)) {
      for (int b = 0; b < lengths.length; b++) {
        int last = (int) lengths[b] - 1;
        float[] logits =
            network.logits(PieceBatch.of(List.of(sentence(golden, b)), List.of(new int[] {last})));
        assertEquals(golden.labels(), logits.length);
        for (int l = 0; l < logits.length; l++) {
          assertEquals(
              expected[(b * width + last) * golden.labels() + l], logits[l], f32Tolerance());
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void bf16StaysNear(String name) throws IOException {
    Golden golden = Golden.load(name);
    try (TaggerNetwork network = load(golden, Precision.BF16)) {
      List<float[]> states = network.activations(golden.unpaddedIds(), golden.lengths());
      float[] logits = states.get(states.size() - 1);
      assertRows(
          "golden.logits",
          golden,
          golden.realRows(),
          logits,
          golden.labels(),
          false,
          BF16_TOLERANCE);
    }
  }

  /** Seven random networks, whose numbers are wilder than those of trained ones. */
  @ParameterizedTest
  @MethodSource("cases")
  void int8StaysNear(String name) throws IOException {
    assumeTrue(Processor.current().x86(), "8-bit integers are for x86 processors");
    Golden golden = Golden.load(name);
    List<int[]> sentences = new ArrayList<>();
    List<int[]> rows = new ArrayList<>();
    for (int b = 0; b < golden.lengths().length; b++) {
      sentences.add(sentence(golden, b));
      rows.add(IntStream.range(0, sentences.get(b).length).toArray());
    }
    PieceBatch batch = PieceBatch.of(sentences, rows);
    List<ActivationRange> ranges =
        ActivationRanges.measure(
            golden.config(), golden.labels(), golden.tensors(), List.of(batch), 1);
    assertEquals(ActivationRanges.count(golden.config()), ranges.size());
    try (TaggerNetwork f32 = load(golden, Precision.F32);
        TaggerNetwork int8 =
            TaggerNetwork.load(
                golden.config(),
                golden.labels(),
                golden.tensors(),
                Precision.INT8,
                ranges,
                Device.cpu(),
                1)) {
      float[] expected = f32.logits(batch);
      float[] found = int8.logits(batch);
      double error = 0;
      double size = 0;
      for (int i = 0; i < expected.length; i++) {
        error += Math.pow(found[i] - expected[i], 2);
        size += Math.pow(expected[i], 2);
      }
      assertEquals(0, Math.sqrt(error / size), INT8_TOLERANCE, "relative error of the logits");
    }
  }

  private static int[] sentence(Golden golden, int b) {
    int width = golden.paddedIds().length / golden.lengths().length;
    return Arrays.stream(golden.paddedIds(), b * width, b * width + (int) golden.lengths()[b])
        .mapToInt(Math::toIntExact)
        .toArray();
  }

  private static String stateName(Golden golden, int index) {
    List<String> names = new ArrayList<>(List.of("golden.embeddings"));
    for (int layer = 0; layer <= golden.config().layers(); layer++) {
      names.add("golden.hidden." + layer);
    }
    names.add("golden.logits");
    return names.get(index);
  }

  private TaggerNetwork load(Golden golden, Precision precision) {
    return TaggerNetwork.load(
        golden.config(), golden.labels(), golden.tensors(), precision, device(), 1);
  }

  private static void assertRows(
      String name,
      Golden golden,
      int[] rows,
      float[] actual,
      int columns,
      boolean padded,
      double tolerance) {
    float[] expected = golden.floats(name);
    for (int row = 0; row < rows.length; row++) {
      for (int c = 0; c < columns; c++) {
        int at = rows[row] * columns + c;
        float found = actual[padded ? at : row * columns + c];
        assertEquals(expected[at], found, tolerance, name + " row " + rows[row] + " column " + c);
      }
    }
  }
}
