package io.github.albertner.network;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.github.albertner.weights.WeightTensor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One layer of the widths that are in use computes what plain products of f32 compute. */
class PublishedSizesTest {
  private static final int LABELS = 5;

  @ParameterizedTest
  @CsvSource({
    "128, 256, 1024", // models/english-albert
    "128, 312, 1248",
    "128, 384, 1536",
    "128, 512, 2048",
    "128, 768, 3072", // albert-base
    "128, 1024, 4096", // albert-large
  })
  void packedProducts(int embedding, int hidden, int feedForward) {
    AlbertConfig config =
        new AlbertConfig(
            100,
            embedding,
            hidden,
            1,
            1,
            1,
            4,
            feedForward,
            Activation.GELU_NEW,
            1e-12,
            2,
            64,
            0,
            0,
            0,
            0,
            2,
            3,
            0.02);
    Map<String, WeightTensor> weights = random(config);
    for (int pieces : new int[] {3, 20, 61}) {
      int[] ids = IntStream.range(0, pieces).map(i -> 4 + i).toArray();
      PieceBatch batch = PieceBatch.of(List.of(ids), List.of(IntStream.range(0, pieces).toArray()));
      float[] expected = plain(config, weights, batch);
      List<ActivationRange> ranges =
          ActivationRanges.measure(config, LABELS, weights, List.of(batch), 1);
      for (Precision precision : List.of(Precision.F32, Precision.BF16, Precision.INT8)) {
        if (precision == Precision.INT8 && !Processor.current().x86()) {
          continue;
        }
        for (int threads = 1; threads <= 2; threads++) {
          try (TaggerNetwork network =
              TaggerNetwork.load(
                  config, LABELS, weights, precision, ranges, Device.cpu(), threads)) {
            double error = relativeError(network.logits(batch), expected);
            double tolerance = precision == Precision.F32 ? 1e-5 : 5e-2;
            assertTrue(
                error <= tolerance,
                () ->
                    String.format(
                        Locale.ROOT, "%s, %d pieces, error %.2g", precision, pieces, error));
          }
        }
      }
    }
  }

  private static float[] plain(
      AlbertConfig config, Map<String, WeightTensor> weights, PieceBatch batch) {
    AlbertProgram program =
        AlbertProgram.inference(
            config, LABELS, Precision.F32, AlbertProgram.Kernel.PLAIN, Precision.F32);
    try (ScriptModule module = ScriptModule.load(program, weights, false, Device.cpu(), 1);
        NDManager scope = module.newScope()) {
      module.call("prepare", false, new NDList(scope.create(0f)));
      return module.call("forward", false, batch.arrays(scope)).singletonOrThrow().toFloatArray();
    }
  }

  private static Map<String, WeightTensor> random(AlbertConfig config) {
    Random random = new Random(1);
    Map<String, WeightTensor> weights = new HashMap<>();
    config
        .parameterShapes(LABELS)
        .forEach(
            (name, shape) -> {
              long[] sides = shape.stream().mapToLong(Long::longValue).toArray();
              float[] values = new float[(int) Arrays.stream(sides).reduce(1, (a, b) -> a * b)];
              double deviation = sides.length == 1 ? 0.1 : 1 / Math.sqrt((double) sides[1]);
              double mean =
                  name.endsWith("ayer_norm.weight") || name.endsWith("LayerNorm.weight") ? 1 : 0;
              for (int i = 0; i < values.length; i++) {
                values[i] = (float) (mean + deviation * random.nextGaussian());
              }
              weights.put(name, WeightTensor.ofFloats(name, values, sides));
            });
    return weights;
  }

  private static double relativeError(float[] found, float[] expected) {
    double difference = 0;
    double size = 0;
    for (int i = 0; i < expected.length; i++) {
      difference += Math.pow(found[i] - expected[i], 2);
      size += Math.pow(expected[i], 2);
    }
    return Math.sqrt(difference / size);
  }
}
