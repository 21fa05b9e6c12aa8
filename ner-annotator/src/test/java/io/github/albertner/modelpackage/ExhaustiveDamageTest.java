package io.github.albertner.modelpackage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.opennlp.AlbertSequenceModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import opennlp.tools.namefind.TokenNameFinderModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every byte of a package changed, every prefix of it, through both ways in: each is refused by an
 * exception of the kind that callers catch, or reads as the very package that was written, because
 * zip has bytes that mean nothing.
 */
class ExhaustiveDamageTest {
  private interface Reader {
    ModelPackage read(byte[] file) throws IOException;
  }

  @TempDir Path folder;
  private final ModelPackage original = TinyPackages.tiny();
  private byte[] whole;

  @BeforeEach
  void write() throws IOException {
    Path file = folder.resolve("whole.bin");
    original.write(file, false);
    whole = Files.readAllBytes(file);
  }

  private ModelPackage byOurReader(byte[] content) throws IOException {
    Path file = folder.resolve("damaged.bin");
    Files.write(file, content);
    return ModelPackage.read(file);
  }

  private static ModelPackage byOpenNlp(byte[] content) throws IOException {
    TokenNameFinderModel model = new TokenNameFinderModel(new ByteArrayInputStream(content));
    return ((AlbertSequenceModel) model.getNameFinderSequenceModel()).model();
  }

  /** Reads; counts what is refused, by exception. */
  private void read(Reader reader, byte[] damaged, String where, Map<String, Integer> refused) {
    try {
      assertEquals(original, reader.read(damaged), where);
    } catch (IOException | RuntimeException e) {
      if (isFromOurCode(e)) {
        assertEquals(InvalidModelException.class, e.getClass(), where);
        assertNotNull(e.getMessage(), where);
      }
      refused.merge(e.getClass().getSimpleName(), 1, Integer::sum);
    }
  }

  /** What OpenNLP's loader or Java's zip classes say of the outer zip is not ours to choose. */
  private static boolean isFromOurCode(Exception e) {
    return Arrays.stream(e.getStackTrace())
        .map(StackTraceElement::getClassName)
        .anyMatch(
            name ->
                name.startsWith("io.github.albertner.")
                    && !name.startsWith(ExhaustiveDamageTest.class.getName()));
  }

  private Map<String, Integer> flipEach(Reader reader, int... masks) {
    Map<String, Integer> refused = new TreeMap<>();
    for (int at = 0; at < whole.length; at++) {
      for (int mask : masks) {
        byte[] damaged = whole.clone();
        damaged[at] ^= (byte) (mask == 0 ? 1 << at % 8 : mask);
        read(reader, damaged, "byte %s of %s, mask %s".formatted(at, whole.length, mask), refused);
      }
    }
    return refused;
  }

  private Map<String, Integer> cutEverywhere(Reader reader) {
    Map<String, Integer> refused = new TreeMap<>();
    for (int length = 0; length < whole.length; length++) {
      read(reader, Arrays.copyOf(whole, length), "length " + length, refused);
    }
    return refused;
  }

  @Test
  void ourReaderRefusesEveryTruncation() {
    assertEquals(Map.of("InvalidModelException", whole.length), cutEverywhere(this::byOurReader));
  }

  @Test
  void openNlpRefusesEveryTruncationOfWhatItReads() {
    Map<String, Integer> refused = cutEverywhere(ExhaustiveDamageTest::byOpenNlp);
    int directories = 1200; // it never reads those of the outer and the inner zip
    int all = refused.values().stream().mapToInt(Integer::intValue).sum();
    assertTrue(all > whole.length - directories, refused + " of " + whole.length);
    assertTrue(refused.get("InvalidModelException") > all / 2, refused.toString());
  }

  @Test
  void ourReaderRefusesEveryFlippedBitThatMatters() {
    Map<String, Integer> refused = flipEach(this::byOurReader, 0);
    assertTrue(refused.get("InvalidModelException") > whole.length / 2, refused.toString());
    assertEquals(1, refused.size(), refused.toString());
  }

  @Test
  void openNlpRefusesEveryFlippedBitThatMatters() {
    Map<String, Integer> refused = flipEach(ExhaustiveDamageTest::byOpenNlp, 0);
    assertTrue(refused.get("InvalidModelException") > whole.length / 2, refused.toString());
  }

  @Test
  @Tag("slow")
  void everyBitOfEveryByte() {
    int[] masks = {1, 2, 4, 8, 16, 32, 64, 128, 255};
    assertEquals(1, flipEach(this::byOurReader, masks).size());
    Map<String, Integer> refused = flipEach(ExhaustiveDamageTest::byOpenNlp, masks);
    assertTrue(refused.get("InvalidModelException") > 4 * whole.length, refused.toString());
  }
}
