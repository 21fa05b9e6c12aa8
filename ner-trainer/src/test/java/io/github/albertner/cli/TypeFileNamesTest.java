package io.github.albertner.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeFileNamesTest {

  private static String name(String prefix, String type) {
    return new TypeFileNames(prefix).of(List.of(type)).get(type);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en-ner- | person | en-ner-person.bin",
        "en-ner- | creative-work | en-ner-creative-work.bin",
        "en-ner- | Größe | en-ner-Größe.bin",
        "en-ner- | a/b | en-ner-a%2Fb.bin",
        "en-ner- | a\\b:c*d | en-ner-a%5Cb%3Ac%2Ad.bin",
        "en-ner- | 100% | en-ner-100%25.bin",
        "en-ner- | work of art | en-ner-work%20of%20art.bin",
        "en-ner- | ../../etc/passwd | en-ner-..%2F..%2Fetc%2Fpasswd.bin",
        "en-ner- | con | en-ner-con.bin",
        "'' | con | %63on.bin",
        "'' | AUX.x | %41UX.x.bin",
        "'' | .. | ...bin",
        "n | ul | %6Eul.bin"
      })
  void aTypeIsWrittenSoThatEverySystemTakesIt(String prefix, String type, String expected) {
    assertEquals(expected, name(prefix, type));
  }

  @Test
  void charactersThatCannotBeSeenAreWrittenToo() {
    assertEquals("a%00%0Ab.bin", name("", "a\0\nb"));
    assertEquals("%E2%80%AE.bin", name("", "\u202e"));
    assertEquals("%3F.bin", name("", "\ud800"));
  }

  @Property(tries = 500)
  void aFileIsAlwaysWithinItsFolder(@ForAll String type) {
    if (type.length() < 20) {
      Path folder = Path.of("folder");
      Path file = folder.resolve(name("", type)).normalize();
      assertEquals(folder, file.getParent());
      assertTrue(file.getFileName().toString().matches("[^/\\\\:*?\"<>|\\p{Cntrl}]*\\.bin"));
    }
  }

  @Test
  void typesThatDifferInCaseOnlyAreRefused() {
    assertEquals(
        "the types \"PER\" and \"per\" would share the file x-per.bin where case does not count;"
            + " write them apart with --types and --output-dir",
        assertThrows(
                IllegalArgumentException.class,
                () -> new TypeFileNames("x-").of(List.of("PER", "LOC", "per")))
            .getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () -> new TypeFileNames("").of(List.of("\ud800", "\ud801")));
  }

  @Test
  void namesThatAreTooLongAreRefused() {
    assertEquals(255, name("", "x".repeat(251)).length());
    assertThrows(IllegalArgumentException.class, () -> name("", "x".repeat(252)));
    assertThrows(IllegalArgumentException.class, () -> name("", "/".repeat(100)));
  }

  @Test
  void aPrefixThatLeadsElsewhereIsRefused() {
    for (String prefix : List.of("../", "a/b-", "C:", "a\\", "\0")) {
      assertThrows(IllegalArgumentException.class, () -> new TypeFileNames(prefix), prefix);
    }
  }
}
