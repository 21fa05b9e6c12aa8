package io.github.albertner.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.modelpackage.InvalidModelException;
import io.github.albertner.weights.DataType;
import io.github.albertner.weights.Safetensors;
import io.github.albertner.weights.WeightTensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TorchFileTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"shapes.bin", "shapes-legacy.bin"})
  void viewsSharedStoragesAndEveryTypeAreAsPyTorchSeesThem(String name) throws IOException {
    Map<String, WeightTensor> expected = Safetensors.read(Fixtures.file("shapes.safetensors"));
    Map<String, WeightTensor> found = TorchFile.read(Fixtures.file(name));
    assertEquals(12, expected.size());
    assertEquals(expected, found);
  }

  @Test
  void narrowTypesOfSafetensorsWidenAsInPyTorch() throws IOException {
    Map<String, WeightTensor> tensors = Safetensors.read(Fixtures.file("half.safetensors"));
    for (String name : new String[] {"f16", "bf16"}) {
      assertEquals(DataType.valueOf(name.toUpperCase(Locale.ROOT)), tensors.get(name).dataType());
      assertArrayEquals(tensors.get(name + ".f32").floats(), tensors.get(name).floats(), name);
    }
    assertEquals(tensors.get("f16"), tensors.get("f16.f32").toF16().renamed("f16"));
  }

  @ParameterizedTest
  @CsvSource({
    "malicious-zip.bin, refused posix.system",
    "malicious-legacy.bin, refused posix.system",
    "malicious-protocol-4.bin, refused posix.system",
    "malicious-inst.bin, refused pickle instruction 0x69",
    "malicious-attributes.bin, refused attributes of anything but a dictionary",
    "malicious-key.bin, refused a dictionary key that is not a string",
    "malicious-length.bin, a text of 2147483647 bytes ends behind the file",
    "list.bin, 'expected a dictionary of tensors, found ArrayList'",
  })
  void whatACheckpointDoesNotNeedIsRefusedByName(String name, String expected) {
    Path file = Fixtures.file(name);
    InvalidModelException e = assertThrows(InvalidModelException.class, () -> TorchFile.read(file));
    assertTrue(e.getMessage().startsWith(file + ": "), e.getMessage());
    assertTrue(e.getMessage().contains(expected), e.getMessage());
    assertFalse(Files.exists(Path.of("pickle-was-run")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"shapes.bin", "shapes-legacy.bin"})
  void truncationAnywhereIsReported(String name) throws IOException {
    byte[] whole = Files.readAllBytes(Fixtures.file(name));
    Path file = folder.resolve(name);
    for (int length = 0; length < whole.length; length += 13) {
      Files.write(file, Arrays.copyOf(whole, length));
      InvalidModelException e =
          assertThrows(InvalidModelException.class, () -> TorchFile.read(file));
      assertTrue(e.getMessage().contains("truncated, or damaged"), e.getMessage());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"shapes.bin", "shapes-legacy.bin"})
  void damageAnywhereIsReportedOrChangesOnlyValues(String name) throws IOException {
    byte[] whole = Files.readAllBytes(Fixtures.file(name));
    Path file = folder.resolve(name);
    for (int at = 0; at < whole.length; at += 3) {
      byte[] flipped = whole.clone();
      flipped[at] ^= (byte) (1 << at % 8);
      Files.write(file, flipped);
      try {
        TorchFile.read(file);
      } catch (InvalidModelException e) {
        assertTrue(e.getMessage().startsWith(file.toString()), e.getMessage());
      }
    }
  }

  @Test
  void aFileOfAnotherKindIsReported() throws IOException {
    Path file = Files.writeString(folder.resolve("pytorch_model.bin"), "version https://git-lfs");
    InvalidModelException e = assertThrows(InvalidModelException.class, () -> TorchFile.read(file));
    assertTrue(e.getMessage().contains("begins like neither format of torch.save"), e.getMessage());
  }
}
