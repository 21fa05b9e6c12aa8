package io.github.albertner.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.network.DeviceChoice;
import io.github.albertner.network.EngineFacts;
import io.github.albertner.network.PieceBatch;
import io.github.albertner.network.Precision;
import io.github.albertner.network.TaggerNetwork;
import io.github.albertner.testing.Gpu;
import io.github.albertner.testing.TinyModels;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A batch that a full GPU cannot hold gives what smaller ones give. */
@Tag("gpu")
class GpuMemoryTest {
  private static final long LEFT_BYTES = 256L << 20;
  private static final int SENTENCES = 60_000;

  @BeforeEach
  void assumeGpu() {
    Gpu.assume();
  }

  @Test
  void aBatchThatDoesNotFitIsHalvedAndTheSizeKept() {
    int[] sentence = {2, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 3};
    PieceBatch alone = PieceBatch.of(List.of(sentence), List.of(new int[] {1}));
    PieceBatch many =
        PieceBatch.of(
            Collections.nCopies(SENTENCES, sentence),
            Collections.nCopies(SENTENCES, new int[] {1}));
    ModelPackage model = TinyModels.bio();
    int labels = model.labels().size();
    try (TaggerNetwork network =
            TaggerNetwork.load(
                model.config(), labels, model.weights(), Precision.F32, Device.gpu(0), 1);
        NDManager ballast = Engine.getEngine("PyTorch").newBaseManager(Device.gpu(0))) {
      float[] expected = network.logits(alone);
      long free = EngineFacts.freeBytes(DeviceChoice.gpu(0)).orElse(0);
      if (free > LEFT_BYTES) {
        ballast.zeros(new Shape((free - LEFT_BYTES) / Float.BYTES));
      }
      HalvingNetwork halving = new HalvingNetwork(network::logits);
      float[] logits = halving.run(many, 1);
      assertTrue(halving.mostPieces() < (long) SENTENCES * sentence.length, "nothing was halved");
      long kept = halving.mostPieces();
      halving.run(many, 1);
      assertEquals(kept, halving.mostPieces(), "the size that fits was not kept");
      for (int s = 0; s < SENTENCES; s += 997) {
        float[] own = new float[labels];
        System.arraycopy(logits, s * labels, own, 0, labels);
        assertArrayEquals(expected, own, 1e-5f, "sentence " + s);
      }
    }
  }
}
