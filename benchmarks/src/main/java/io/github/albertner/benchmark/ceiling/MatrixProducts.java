package io.github.albertner.benchmark.ceiling;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.albertner.benchmark.measure.Contender;
import io.github.albertner.network.Activation;
import io.github.albertner.network.AlbertConfig;
import io.github.albertner.network.AlbertProgram;
import io.github.albertner.network.Precision;
import io.github.albertner.network.ScriptModule;
import io.github.albertner.weights.WeightTensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Products of a batch with one large matrix, by the fastest way that libtorch has for each number
 * format: oneDNN with packed weights for f32 and bf16, {@code _int_mm} for int8. Nothing but the
 * product: no bias, no activation, and for int8 no conversion of the result.
 */
public final class MatrixProducts implements AutoCloseable {
  /** What can be multiplied. */
  public enum Format {
    /** 32-bit floating point. */
    F32,
    /** bfloat16. */
    BF16,
    /** 8-bit integers, with 32-bit sums. */
    INT8
  }

  private static final String METHODS =
      """
        def pack_product(self, x: Tensor, w: Tensor) -> Tensor:
          self.x = x
          self.x_bf16 = torch.to(x, 15)
          self.x_int8 = torch.to(torch.round(x * 20.), 1)
          self.w = ops.mkldnn._reorder_linear_weight(w, 1024)
          self.w_bf16 = ops.mkldnn._reorder_linear_weight(torch.to(w, 15), 1024)
          self.w_int8 = torch.t(torch.to(torch.round(w * 20.), 1))
          return x

        def product_f32(self, times: Tensor) -> Tensor:
          y = times
          for i in range(int(times)):
            y = ops.mkldnn._linear_pointwise(unchecked_cast(Tensor, self.x), unchecked_cast(Tensor, self.w), None, "none", annotate(List[Optional[number]], []), "")
          return y

        def product_bf16(self, times: Tensor) -> Tensor:
          y = times
          for i in range(int(times)):
            y = ops.mkldnn._linear_pointwise(unchecked_cast(Tensor, self.x_bf16), unchecked_cast(Tensor, self.w_bf16), None, "none", annotate(List[Optional[number]], []), "")
          return torch.to(y, 6)

        def product_int8(self, times: Tensor) -> Tensor:
          y = times
          for i in range(int(times)):
            y = torch._int_mm(unchecked_cast(Tensor, self.x_int8), unchecked_cast(Tensor, self.w_int8))
          return torch.to(y, 6)
      """
          .replace("\n\n", "\n");

  private static final List<String> STATE =
      List.of("x", "x_bf16", "x_int8", "w", "w_bf16", "w_int8");

  private final ScriptModule module;
  private final int rows;
  private final int in;
  private final int out;

  /**
   * A product to measure.
   *
   * @param rows of the batch
   * @param in columns of the batch
   * @param out columns of the result
   * @param threads processor threads
   */
  public MatrixProducts(int rows, int in, int out, int threads) {
    this.rows = rows;
    this.in = in;
    this.out = out;
    AlbertConfig smallest =
        new AlbertConfig(3, 1, 1, 1, 1, 1, 1, 1, Activation.RELU, 1e-12, 1, 3, 0, 0, 0, 0, 1, 2, 0);
    AlbertProgram program =
        AlbertProgram.differentiable(
            smallest, smallest.encoderShapes().keySet(), Precision.F32, Device.cpu());
    STATE.forEach(name -> program.withState(name, "Tensor"));
    program.withMethods(METHODS);
    Map<String, WeightTensor> weights = new LinkedHashMap<>();
    smallest
        .parameterShapes(1)
        .forEach(
            (name, shape) -> {
              long[] sizes = shape.stream().mapToLong(Long::longValue).toArray();
              int count = (int) Arrays.stream(sizes).reduce(1, (a, b) -> a * b);
              weights.put(name, WeightTensor.ofFloats(name, new float[count], sizes));
            });
    module = ScriptModule.load(program, weights, false, Device.cpu(), threads);
    try (NDManager scope = module.newScope()) {
      NDArray x = scope.randomNormal(new Shape(rows, in));
      NDArray w = scope.randomNormal(new Shape(out, in));
      module.call("pack_product", false, new NDList(x, w));
    }
  }

  /** Returns the operations of one product, two for each multiplication with its addition. */
  public double operations() {
    return 2.0 * rows * in * out;
  }

  /**
   * Returns a contender that multiplies.
   *
   * @param times products in a turn
   */
  public Contender contender(String name, Format format, int times) {
    String method = "product_" + format.name().toLowerCase(Locale.ROOT);
    return new Contender(
        name,
        () -> {
          try (NDManager scope = module.newScope()) {
            module.call(method, false, new NDList(scope.create((float) times)));
          }
        });
  }

  @Override
  public void close() {
    module.close();
  }
}
