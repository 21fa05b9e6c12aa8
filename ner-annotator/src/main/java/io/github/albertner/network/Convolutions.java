package io.github.albertner.network;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds out which linear layers the processor may compute as convolutions.
 *
 * <p>libtorch 2.7.1 has oneDNN 3.7.1, whose convolutions of 1 x 1 give wrong numbers for some sizes
 * on some processors, and divide by zero for five sizes on those with AVX-512 and without AMX (a
 * special case of {@code est_eff_1x1} in its {@code jit_brgemm_conv_utils.cpp}). So each size is
 * tried, forwards and backwards, beside a plain product, once in a process; the five never are.
 */
final class Convolutions {
  private static final Set<Size> DIVIDING_BY_ZERO =
      Set.of(
          new Size(256, 1024),
          new Size(512, 1024),
          new Size(512, 2048),
          new Size(1024, 512),
          new Size(1024, 2048));

  /** Of a rounded product, relative, with room; wrong ones were off by 0.09 or more. */
  private static final double TOLERANCE = 1e-4;

  private static final int[] ROWS = {16, 112, 264};

  private static final Map<Size, Boolean> SOUND = new ConcurrentHashMap<>();

  private Convolutions() {}

  /**
   * Size of a linear layer.
   *
   * @param in K
   * @param out O
   */
  record Size(int in, int out) {
    private Size reversed() {
      return new Size(out, in);
    }

    /** As the script has it. */
    String code() {
      return Integer.toString(in * 100_000 + out);
    }
  }

  /** Returns which of the sizes that a network's layers and heads may have are sound here. */
  static List<Size> sound(AlbertConfig config) {
    int embedding = config.embeddingSize();
    int hidden = config.hiddenSize();
    int feedForward = config.intermediateSize();
    return Stream.of(
            new Size(embedding, hidden),
            new Size(hidden, 3 * hidden),
            new Size(hidden, hidden),
            new Size(hidden, feedForward),
            new Size(feedForward, hidden),
            new Size(hidden, embedding),
            new Size(embedding, config.vocabularySize()))
        .distinct()
        .filter(size -> SOUND.computeIfAbsent(size, Convolutions::isSound))
        .toList();
  }

  /** Neither layouts nor speed are good where a side is no multiple of 64. */
  private static boolean isSound(Size size) {
    return size.in() % 64 == 0
        && size.out() % 64 == 0
        && !DIVIDING_BY_ZERO.contains(size)
        && !DIVIDING_BY_ZERO.contains(size.reversed())
        && error(size) <= TOLERANCE;
  }

  /**
   * Returns the greatest relative error, forwards and backwards, over several numbers of rows and
   * threads.
   */
  private static double error(Size size) {
    AlbertConfig smallest =
        new AlbertConfig(3, 1, 1, 1, 1, 1, 1, 1, Activation.RELU, 1e-12, 1, 3, 0, 0, 0, 0, 1, 2, 0);
    AlbertProgram program = AlbertProgram.convolutionCheck(smallest);
    double greatest = 0;
    try (ScriptModule module = ScriptModule.load(program, Map.of(), false, Device.cpu(), 1);
        NDManager scope = module.newScope()) {
      NDArray w = random(scope, size.out(), size.in());
      for (int rows : ROWS) {
        NDList arguments =
            new NDList(random(scope, rows, size.in()), w, random(scope, rows, size.out()));
        for (int threads :
            IntStream.of(1, 2, Runtime.getRuntime().availableProcessors()).distinct().toArray()) {
          for (float error :
              module
                  .call("convolution_errors", true, arguments, threads)
                  .singletonOrThrow()
                  .toFloatArray()) {
            greatest = error <= TOLERANCE ? Math.max(greatest, error) : Double.MAX_VALUE;
          }
        }
      }
    }
    return greatest;
  }

  private static NDArray random(NDManager manager, int rows, int columns) {
    Random random = new Random(rows);
    float[] values = new float[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat() - 0.5f;
    }
    return manager.create(values, new Shape(rows, columns));
  }
}
