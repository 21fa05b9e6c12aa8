package io.github.albertner.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.google.gson.JsonObject;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class DeviceMemoryTest {
  private static final long GIB = 1L << 30;

  /** ALBERT base. */
  private static AlbertConfig base() {
    JsonObject json = new JsonObject();
    json.addProperty("vocab_size", 30000);
    json.addProperty("hidden_size", 768);
    json.addProperty("num_hidden_layers", 12);
    json.addProperty("num_attention_heads", 12);
    json.addProperty("intermediate_size", 3072);
    return AlbertConfig.fromJson(json);
  }

  @Test
  void aPieceOfBaseTakes57KilobytesInSixteenBits() {
    long values = 13 * 768 + 2 * 3072 + 2 * 12 * 512;
    assertEquals(2 * values + 1024, ActivationMemory.bytesPerPiece(base(), Precision.F16));
    assertEquals(4 * values + 1024, ActivationMemory.bytesPerPiece(base(), Precision.F32));
  }

  @Test
  void piecesFollowFreeMemoryBetweenAWindowAndEnough() {
    AlbertConfig base = base();
    int ofOneGib = ActivationMemory.pieces(base, Precision.F16, OptionalLong.of(GIB));
    assertEquals(
        (int) (0.75 * GIB / ActivationMemory.bytesPerPiece(base, Precision.F16)), ofOneGib);
    assertEquals(2, ofOneGib / (double) pieces(base, GIB / 2), 0.001);
    assertEquals(ActivationMemory.ENOUGH_PIECES, pieces(base, 80 * GIB));
    assertEquals(512, pieces(base, 0));
    assertEquals(
        pieces(base, 2 * GIB), ActivationMemory.pieces(base, Precision.F16, OptionalLong.empty()));
  }

  private static int pieces(AlbertConfig config, long free) {
    return ActivationMemory.pieces(config, Precision.F16, OptionalLong.of(free));
  }

  /** What libtorch really says: of the processor's memory, as no GPU need be there. */
  @Test
  void whatLibtorchSaysIsUnderstood() {
    try (NDManager manager = Libtorch.engine().newBaseManager(Device.cpu())) {
      EngineException none =
          assertThrows(EngineException.class, () -> manager.zeros(new Shape(1L << 50)));
      assertTrue(DeviceMemoryException.isSaidBy(none), none.getMessage());
      EngineException other =
          assertThrows(
              EngineException.class,
              () -> manager.zeros(new Shape(2, 3)).matMul(manager.zeros(new Shape(2, 3))));
      assertFalse(DeviceMemoryException.isSaidBy(other), other.getMessage());
    }
    assertFalse(DeviceMemoryException.isSaidBy(new IllegalStateException("out of memory")));
  }
}
