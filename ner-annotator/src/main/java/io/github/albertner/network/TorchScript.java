package io.github.albertner.network;

import io.github.albertner.weights.WeightTensor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** The network as a file that {@code torch.jit.load} reads: what is loaded here, for elsewhere. */
public final class TorchScript {
  private TorchScript() {}

  /**
   * Writes the network with plain products, for every device. Its methods are {@code
   * prepare(Tensor)}, once, and {@code forward(pieces, lengths, read)}; its attribute {@code
   * compute_type}, to be set before {@code prepare}, is PyTorch's number of the type that it
   * computes in: 6 (float, the default), 5 (half), 15 (bfloat16).
   *
   * @param weights those named by {@link AlbertConfig#parameterShapes}, of real numbers
   * @param out not closed
   */
  public static void write(
      AlbertConfig config, int labels, Map<String, WeightTensor> weights, OutputStream out)
      throws IOException {
    AlbertProgram program =
        AlbertProgram.inference(
            config, labels, Precision.F32, AlbertProgram.Kernel.PLAIN, Precision.F32);
    try (InputStream archive = new TorchScriptArchive(program, weights, false).content()) {
      archive.transferTo(out);
    }
  }
}
