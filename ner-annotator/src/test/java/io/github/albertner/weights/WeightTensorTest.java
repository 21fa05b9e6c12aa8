package io.github.albertner.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ReadOnlyBufferException;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeightTensorTest {
  @Test
  void everyHalfSurvivesTheWayThroughFloat() {
    for (int bits = 0; bits <= 0xffff; bits++) {
      float value = HalfPrecision.fromHalf((short) bits);
      if (Float.isNaN(value)) {
        assertTrue(Float.isNaN(HalfPrecision.fromHalf(HalfPrecision.toHalf(value))));
      } else {
        assertEquals((short) bits, HalfPrecision.toHalf(value), "bits " + bits);
      }
    }
  }

  @Test
  void floatsBetweenHalvesRoundToTheNearestAndTiesToEven() {
    for (int bits = 0; bits < 0x7bff; bits++) {
      float low = HalfPrecision.fromHalf((short) bits);
      float high = HalfPrecision.fromHalf((short) (bits + 1));
      float middle = (low + high) / 2; // exact: a float has 13 more bits
      int even = bits % 2 == 0 ? bits : bits + 1;
      assertEquals((short) even, HalfPrecision.toHalf(middle));
      assertEquals((short) bits, HalfPrecision.toHalf(Math.nextDown(middle)));
      assertEquals((short) (bits + 1), HalfPrecision.toHalf(Math.nextUp(middle)));
      assertEquals((short) (even | 0x8000), HalfPrecision.toHalf(-middle));
    }
    assertEquals(0x7bff, HalfPrecision.toHalf(65519.99f));
    assertEquals(0x7c00, HalfPrecision.toHalf(65520f));
  }

  @Test
  void narrowTypesWiden() {
    ByteBuffer brain = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
    brain.putShort((short) 0x3f80).putShort((short) 0xc020).flip();
    WeightTensor tensor = WeightTensor.of("t", DataType.BF16, List.of(2L), brain);
    assertArrayEquals(new float[] {1f, -2.5f}, tensor.toF32().floats());
    assertEquals(DataType.F32, tensor.toF32().dataType());

    ByteBuffer wide = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    wide.putDouble(0, 0.1);
    assertArrayEquals(
        new float[] {0.1f}, WeightTensor.of("t", DataType.F64, List.of(1L), wide).floats());
  }

  @Test
  void sameTypeIsNotCopied() {
    WeightTensor tensor = WeightTensor.ofFloats("t", new float[] {1, 2}, 2);
    assertSame(tensor, tensor.toF32());
    WeightTensor half = tensor.toF16();
    assertSame(half, half.toF16());
  }

  @Test
  void integersAreNotWidened() {
    WeightTensor ids = WeightTensor.of("ids", DataType.I64, List.of(1L), ByteBuffer.allocate(8));
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, ids::toF32);
    assertEquals("tensor ids is I64; expected one of F32, F16, BF16, F64", e.getMessage());
  }

  @Test
  void valuesBeyondHalfRangeAreRefusedByName() {
    WeightTensor tensor = WeightTensor.ofFloats("ffn.bias", new float[] {0, 70_000f}, 2);
    ArithmeticException e = assertThrows(ArithmeticException.class, tensor::toF16);
    assertTrue(
        e.getMessage().startsWith("tensor ffn.bias: value 70000.0 at element 1"), e.getMessage());
  }

  @Test
  void dataAndShapeCannotBeChangedThroughTheView() {
    WeightTensor tensor = WeightTensor.ofFloats("t", new float[] {1}, 1);
    assertThrows(ReadOnlyBufferException.class, () -> tensor.data().putInt(0, 0));
    assertThrows(UnsupportedOperationException.class, () -> tensor.shape().set(0, 9L));
    assertEquals(ByteOrder.LITTLE_ENDIAN, tensor.data().order());
  }

  @Test
  void shapeMustMatchTheValues() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> WeightTensor.ofFloats("classifier.bias", new float[3], 2));
    assertEquals("tensor classifier.bias: F32 [2] needs 8 bytes, found 12", e.getMessage());
  }

  @Test
  void equalityIsByContent() {
    WeightTensor tensor = WeightTensor.ofFloats("t", new float[] {1, 2}, 2);
    assertEquals(tensor, WeightTensor.ofFloats("t", new float[] {1, 2}, 2));
    assertNotEquals(tensor, WeightTensor.ofFloats("t", new float[] {1, 3}, 2));
    assertNotEquals(tensor, WeightTensor.ofFloats("t", new float[] {1, 2}, 1, 2));
    assertNotEquals(tensor, tensor.renamed("u"));
  }

  @Test
  void theStreamOfF32IsThatOfTheCopy() throws IOException {
    float[] values = new float[40_000]; // more than the stream's buffer
    for (int i = 0; i < values.length; i++) {
      values[i] = i / 8f - 2000;
    }
    WeightTensor whole = WeightTensor.ofFloats("t", values, 200, 200);
    for (WeightTensor tensor :
        List.of(whole, whole.toF16(), WeightTensor.ofFloats("e", new float[0], 0))) {
      byte[] expected = new byte[4 * tensor.elements()];
      tensor.toF32().data().get(expected);
      assertArrayEquals(expected, tensor.f32Stream().readAllBytes());
      ByteArrayOutputStream single = new ByteArrayOutputStream();
      try (InputStream in = tensor.f32Stream()) {
        for (int b = in.read(); b >= 0; b = in.read()) {
          single.write(b);
        }
      }
      assertArrayEquals(expected, single.toByteArray());
    }
  }
}
