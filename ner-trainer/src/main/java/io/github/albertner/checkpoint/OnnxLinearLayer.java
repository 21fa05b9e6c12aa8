package io.github.albertner.checkpoint;

import io.github.albertner.weights.WeightTensor;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;

/**
 * A linear layer, as a graph keeps it.
 *
 * @param name of its constants
 * @param in number of inputs, K
 * @param out number of outputs, N
 * @param weight the matrix K x N, row by row: ONNX multiplies from the other side than PyTorch
 * @param bias N
 */
record OnnxLinearLayer(String name, int in, int out, FloatBuffer weight, FloatBuffer bias) {

  /**
   * Joins the layers of a checkpoint that have the same inputs.
   *
   * @param parts names without {@code .weight} and {@code .bias}
   */
  static OnnxLinearLayer of(String name, Map<String, WeightTensor> weights, List<String> parts) {
    int in = Math.toIntExact(weights.get(parts.get(0) + ".weight").shape().get(1));
    int out = parts.stream().mapToInt(p -> weights.get(p + ".bias").elements()).sum();
    float[] weight = new float[in * out];
    FloatBuffer bias = FloatBuffer.allocate(out);
    int column = 0;
    for (String part : parts) {
      float[] rows = weights.get(part + ".weight").toF32().floats();
      for (int row = 0; row < rows.length / in; row++, column++) {
        for (int k = 0; k < in; k++) {
          weight[k * out + column] = rows[row * in + k];
        }
      }
      bias.put(weights.get(part + ".bias").toF32().floats());
    }
    return new OnnxLinearLayer(name, in, out, FloatBuffer.wrap(weight), bias.rewind());
  }

  /** Calls the layer in 32-bit floating point. */
  String call(OnnxGraph graph, String x) {
    String matrix = name + ".weight";
    if (!graph.holds(matrix)) {
      graph.floats(matrix, weight.array(), in, out);
      graph.floats(name + ".bias", bias.array(), out);
    }
    return graph.op("Add", List.of(graph.op("MatMul", List.of(x, matrix)), name + ".bias"));
  }

  /** Calls the layer in 8-bit integers. */
  String callQuantized(OnnxGraph graph, String x) {
    String matrix = name + ".weight_quantized";
    if (!graph.holds(matrix)) {
      float[] scales = new float[out];
      graph.bytes(matrix, quantized(scales), in, out);
      graph.floats(name + ".weight_scale", scales, out);
      graph.bytes(name + ".weight_zero_point", new byte[out], out);
      graph.floats(name + ".bias", bias.array(), out);
    }
    return graph.microsoft(
        "DynamicQuantizeMatMul",
        List.of(x, matrix, name + ".weight_scale", name + ".weight_zero_point", name + ".bias"));
  }

  /** Symmetric, a scale for each output: the largest weight of a column becomes 127. */
  private byte[] quantized(float[] scales) {
    byte[] quantized = new byte[in * out];
    for (int n = 0; n < out; n++) {
      float largest = Float.MIN_NORMAL;
      for (int k = 0; k < in; k++) {
        largest = Math.max(largest, Math.abs(weight.get(k * out + n)));
      }
      scales[n] = largest / Byte.MAX_VALUE;
      for (int k = 0; k < in; k++) {
        quantized[k * out + n] = (byte) Math.round(weight.get(k * out + n) / scales[n]);
      }
    }
    return quantized;
  }
}
