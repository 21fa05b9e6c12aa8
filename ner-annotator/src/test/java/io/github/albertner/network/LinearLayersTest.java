package io.github.albertner.network;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.albertner.network.Convolutions.Size;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The linear layers of training, on this processor. */
class LinearLayersTest {
  private static final String METHODS =
      """
        def linear_errors(self, x: Tensor, w: Tensor, g: Tensor) -> Tensor:
          x = torch.requires_grad_(x)
          w = torch.requires_grad_(w)
          b = torch.zeros([torch.size(w, 0)])
          y = torch.to(self.linear(torch.to(x, self.compute_type), self.matrix(w), self.bias(w, b), 0), 6)
          d = torch.grad([torch.sum(torch.mul(y, g))], [x, w], None, None, False, False)
          x = torch.detach(x)
          w = torch.detach(w)
          return torch.stack([self.distance(torch.detach(y), torch.linear(x, w)), self.distance(unchecked_cast(Tensor, d[0]), torch.matmul(g, w)), self.distance(unchecked_cast(Tensor, d[1]), torch.matmul(torch.t(g), x))])
        def distance(self, found: Tensor, exact: Tensor) -> Tensor:
          return torch.div(torch.norm(found - exact), torch.norm(exact))
      """;

  /** Width of the encoder and of its feed-forward layer, with embeddings of 128. */
  private static AlbertConfig config(int hidden, int feedForward) {
    return new AlbertConfig(
        640,
        128,
        hidden,
        1,
        1,
        1,
        4,
        feedForward,
        Activation.GELU_NEW,
        1e-12,
        2,
        8,
        0,
        0,
        0,
        0,
        2,
        3,
        0.02);
  }

  @ParameterizedTest
  @CsvSource({
    "F32, 256, 1024",
    "F32, 312, 1248",
    "F32, 512, 2048",
    "F32, 768, 3072",
    "F32, 1024, 4096",
    "BF16, 256, 1024",
    "BF16, 768, 3072",
    "BF16, 1024, 4096"
  })
  void layersOfEncodersInUseAreRightForwardsAndBackwards(
      Precision precision, int hidden, int feedForward) {
    AlbertConfig config = config(hidden, feedForward);
    AlbertProgram program =
        AlbertProgram.differentiable(config, List.of(), precision, Device.cpu())
            .withMethods(METHODS);
    try (ScriptModule module = ScriptModule.load(program, Map.of(), false, Device.cpu(), 1)) {
      for (int rows : new int[] {5, 100, 333}) {
        for (Size size :
            List.of(
                new Size(128, hidden),
                new Size(hidden, 3 * hidden),
                new Size(hidden, hidden),
                new Size(hidden, feedForward),
                new Size(feedForward, hidden),
                new Size(hidden, 128),
                new Size(128, 640))) {
          try (NDManager scope = module.newScope()) {
            NDList arguments =
                new NDList(
                    scope.randomNormal(new Shape(rows, size.in())),
                    scope.randomNormal(new Shape(size.out(), size.in())),
                    scope.randomNormal(new Shape(rows, size.out())));
            for (float error :
                module.call("linear_errors", true, arguments).singletonOrThrow().toFloatArray()) {
              assertTrue(
                  error < (precision == Precision.F32 ? 1e-4 : 2e-2),
                  () -> size + ", " + rows + " rows: " + error);
            }
          }
        }
      }
    }
  }

  @Test
  void sizesThatDivideByZeroAreNeverTried() {
    List<Size> sizes = Convolutions.sound(config(256, 1024));
    assertFalse(sizes.contains(new Size(256, 1024)));
    assertFalse(sizes.contains(new Size(1024, 256)));
  }

  @Test
  void sizesThatAreNoMultiplesOf64AreNotConvolved() {
    List<Size> sizes = Convolutions.sound(config(312, 1248));
    assertTrue(sizes.isEmpty() || sizes.equals(List.of(new Size(128, 640))), sizes::toString);
  }
}
