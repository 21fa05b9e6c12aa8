package io.github.albertner.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files that users mean by files, folders and patterns. */
class CorpusPathsTest {

  @TempDir private Path folder;

  @BeforeEach
  void files() throws IOException {
    for (String name :
        List.of("b.conll", "a.conll", "x.txt", "one/c.conll", "one/two/d.conll", "[odd].conll")) {
      Files.createDirectories(folder.resolve(name).getParent());
      Files.writeString(folder.resolve(name), "Ada O\n");
    }
  }

  private List<String> found(String... paths) throws IOException {
    List<Path> all = Stream.of(paths).map(folder::resolve).toList();
    return Corpora.files(all, CorpusOptions.DEFAULTS).stream()
        .map(file -> folder.relativize(file).toString())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*.conll       | [odd].conll a.conll b.conll",
        "[ab].conll    | a.conll b.conll",
        "{x.txt,a.*}   | a.conll x.txt",
        "*/*.conll     | one/c.conll",
        "one/**/*.conll| one/c.conll one/two/d.conll",
        "**/[a-d].conll| a.conll b.conll one/c.conll one/two/d.conll",
        "**/two/?.conll| one/two/d.conll",
        "[odd].conll   | [odd].conll"
      })
  void patterns(String pattern, String files) throws IOException {
    assertEquals(List.of(files.split(" ", -1)), found(pattern));
  }

  @Test
  void theOrderIsThatOfTheArguments() throws IOException {
    assertEquals(
        List.of("x.txt", "a.conll", "b.conll", "a.conll"), found("x.txt", "[ab].conll", "a.conll"));
  }

  @Test
  void aPatternThatMeansNothingIsNamed() {
    String message = assertThrows(NoSuchFileException.class, () -> found("*.conl")).getMessage();
    assertTrue(message.endsWith("*.conl: no file matches this pattern"), message);
    assertThrows(NoSuchFileException.class, () -> found("missing/*.conll"));
  }
}
