package io.github.albertner.modelpackage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.casing.CasingTable;
import io.github.albertner.weights.DataType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A casing table is an inner file that a package may have or not. */
class CasingPackageTest {
  private static final CasingTable TABLE =
      CasingTable.parse("casing 1 107 75 276 154\nMay 82\nthe\n");

  private final ModelPackage without = TinyPackages.tiny();
  private final ModelPackage with = without.withCasing(Optional.of(TABLE));

  private static byte[] bytes(ModelPackage model) throws IOException {
    ByteArrayOutputStream entry = new ByteArrayOutputStream();
    model.write(entry);
    return entry.toByteArray();
  }

  private static ModelPackage read(byte[] bytes) throws IOException {
    return ModelPackage.readEntry(new ByteArrayInputStream(bytes));
  }

  @Test
  void itIsReadAsItWasWritten() throws IOException {
    assertEquals(Optional.of(TABLE), read(bytes(with)).casing());
    assertEquals(with, read(bytes(with)));
    assertEquals(Optional.empty(), read(bytes(without)).casing());
  }

  @Test
  void withoutATableThePackageIsAsItAlwaysWas() throws IOException {
    String text = new String(bytes(without), StandardCharsets.ISO_8859_1);

    assertTrue(!text.contains("casing.txt"));
    assertEquals(without, with.withCasing(Optional.empty()));
    assertEquals(without.networkDigest(), with.withCasing(Optional.empty()).networkDigest());
  }

  @Test
  void itStaysInNarrowedConvertedAndOtherwiseDescribedPackages() {
    assertEquals(Optional.of(TABLE), with.withTypes(with.types()).casing());
    assertEquals(Optional.of(TABLE), with.storedAs(DataType.F16).casing());
    assertEquals(Optional.of(TABLE), with.describedAs(with.manifest(), "# Other").casing());
  }

  @Test
  void itIsPartOfWhatTheNetworkComputes() {
    assertNotEquals(without, with);
    assertNotEquals(without.networkDigest(), with.networkDigest());
  }

  @Test
  void itIsInTheFolder() throws IOException {
    List<String> names = with.folder().stream().map(ModelFile::name).toList();

    assertTrue(names.contains("casing.txt"), names::toString);
    assertTrue(without.folder().stream().noneMatch(file -> file.name().equals("casing.txt")));
  }

  @Test
  void aPackageThatListsATableMustHaveIt() throws IOException {
    byte[] bytes = bytes(with);
    byte[] name = "casing.txt".getBytes(StandardCharsets.US_ASCII);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int at = text.indexOf("casing.txt"); // ner.json is compressed: this is the entry's name
    System.arraycopy("casing.bad".getBytes(StandardCharsets.US_ASCII), 0, bytes, at, name.length);

    InvalidModelException e = assertThrows(InvalidModelException.class, () -> read(bytes));
    assertTrue(e.getMessage().contains("casing.bad: unexpected"), e.getMessage());
  }
}
