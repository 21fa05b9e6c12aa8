package io.github.albertner.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsTest {
  private static final WeightTensor MATRIX =
      WeightTensor.ofFloats("matrix", new float[] {1, -2.5f, 3, 4, 5, 6}, 2, 3);
  private static final WeightTensor SCALAR = WeightTensor.ofFloats("scalar", new float[] {7});
  private static final WeightTensor EMPTY = WeightTensor.ofFloats("empty", new float[0], 0, 3);

  @TempDir Path folder;

  @Test
  void whatIsWrittenIsRead() throws IOException {
    List<WeightTensor> tensors = List.of(MATRIX, SCALAR, EMPTY, MATRIX.toF16().renamed("half"));
    Path file = folder.resolve("model.safetensors");
    Files.write(file, bytes(tensors, Map.of("format", "pt")));

    Map<String, WeightTensor> read = Safetensors.read(file);

    assertEquals(4, read.size());
    for (WeightTensor tensor : tensors) {
      assertEquals(tensor, read.get(tensor.name()));
    }
    assertArrayEquals(new float[] {1, -2.5f, 3, 4, 5, 6}, read.get("half").floats());
  }

  @Test
  void sameTensorsGiveSameBytesInAnyOrder() throws IOException {
    Map<String, String> metadata = Map.of("format", "pt", "a", "b");
    assertArrayEquals(
        bytes(List.of(MATRIX, SCALAR), metadata), bytes(List.of(SCALAR, MATRIX), metadata));
  }

  @Test
  void dataStartsAligned() throws IOException {
    ByteBuffer file =
        ByteBuffer.wrap(bytes(List.of(MATRIX), Map.of())).order(ByteOrder.LITTLE_ENDIAN);
    assertEquals(0, file.getLong(0) % 8);
  }

  @Test
  void twoTensorsOfOneNameAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> bytes(List.of(MATRIX, MATRIX), Map.of()));
  }

  @Test
  void anyTruncationIsReportedWithTheFile() throws IOException {
    byte[] whole = bytes(List.of(MATRIX, SCALAR), Map.of());
    for (int length = 0; length < whole.length; length++) {
      ByteBuffer cut = ByteBuffer.wrap(whole, 0, length);
      InvalidWeightsException e =
          assertThrows(
              InvalidWeightsException.class, () -> Safetensors.read(cut, "cut.safetensors"));
      assertTrue(e.getMessage().startsWith("cut.safetensors: "), e.getMessage());
    }
  }

  @Test
  void missingFileIsReported() {
    InvalidWeightsException e =
        assertThrows(
            InvalidWeightsException.class, () -> Safetensors.read(folder.resolve("absent")));
    assertTrue(e.getMessage().endsWith("absent: expected a safetensors file, found nothing"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"t":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}              | 4  | truncated
          {"t":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}              | 12 | 4 bytes follow the last tensor
          {"t":{"dtype":"F8","shape":[2],"data_offsets":[0,8]}}               | 8  | unknown dtype F8
          {"t":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}              | 8  | needs 12 bytes
          {"t":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}             | 8  | expected {dtype, shape, data_offsets}
          {"t":{"dtype":"F32","shape":[4611686018427387904,8],"data_offsets":[0,8]}} | 8 | expected {dtype
          {"t":{"dtype":"F32","shape":[2.5],"data_offsets":[0,10]}}           | 10 | expected {dtype
          {"t":{"dtype":"F32","shape":[2]}}                                   | 8  | expected {dtype
          {"t":{"dtype":"F32","shape":[2],"data_offsets":[-8,0]}}             | 8  | needs 8 bytes
          {"t":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}}             | 12 | begins at byte 4, expected 0
          {"t":7}                                                             | 0  | expected {dtype
          {"a":{"dtype":"U8","shape":[4],"data_offsets":[0,4]},"b":{"dtype":"U8","shape":[4],"data_offsets":[2,6]}} | 6 | tensor b begins at byte 2, expected 4
          [1,2]                                                               | 0  | not a JSON object
          {"t":                                                               | 0  | not a JSON object
          """)
  void inconsistentHeaderIsReported(String header, int dataBytes, String expected) {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer file =
        ByteBuffer.allocate(8 + json.length + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(json.length).put(json).rewind();

    InvalidWeightsException e =
        assertThrows(
            InvalidWeightsException.class, () -> Safetensors.read(file, "bad.safetensors"));

    assertTrue(e.getMessage().contains(expected), e.getMessage());
    assertTrue(e.getMessage().startsWith("bad.safetensors: "), e.getMessage());
  }

  @Test
  void absurdHeaderLengthIsReported() {
    ByteBuffer zip = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    zip.putLong(0, 0x0000_0800_0403_4b50L);
    InvalidWeightsException e =
        assertThrows(InvalidWeightsException.class, () -> Safetensors.read(zip, "a.zip"));
    assertTrue(e.getMessage().contains("not a safetensors file"), e.getMessage());
  }

  private static byte[] bytes(List<WeightTensor> tensors, Map<String, String> metadata)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Safetensors.write(Channels.newChannel(out), tensors, metadata);
    return out.toByteArray();
  }
}
