package io.github.albertner.checkpoint;

/** How the linear layers of an exported network are computed. */
public enum OnnxPrecision {
  /** 32-bit floating point, with operators of the standard alone. */
  F32,
  /**
   * 8-bit integers: weights rounded once, a scale for each output; activations rounded in every
   * call, one scale for all. What {@code onnxruntime.quantization.quantize_dynamic} with {@code
   * per_channel} gives after ONNX Runtime has joined its operators. The classifier stays f32. Needs
   * ONNX Runtime, whose own operators it has.
   */
  INT8
}
