package io.github.albertner.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Brackets of names that do not match; right files are among the exports. */
class Conll2012FormatTest {

  @TempDir private Path folder;

  /** A document of one sentence, given the cells of column 11. */
  private Path write(String... names) throws IOException {
    String rows =
        Stream.of(names)
            .map(name -> "bc/x 0 0 word NN * - - - - " + name + " -\n")
            .collect(Collectors.joining());
    return Files.writeString(
        folder.resolve("a.gold_conll"),
        "#begin document (bc/x); part 000\n" + rows + "\n#end document\n");
  }

  @ParameterizedTest
  @CsvSource({"(GPE*,*,*,2,(GPE* without", "*,*),*,3,'*)'", "(GPE),(ORG(GPE),*,3,(ORG* without"})
  void aBracketWithoutItsOtherIsNamed(
      String first, String second, String third, int line, String found) throws IOException {
    Path file = write(first, second, third);
    CorpusFormatException refusal =
        assertThrows(
            CorpusFormatException.class, () -> Corpora.read(List.of(file), CorpusOptions.DEFAULTS));
    assertEquals(line, refusal.line());
    assertTrue(refusal.found().contains(found), refusal.getMessage());
  }

  @Test
  void namesWithinNamesMayEndInOneRow() throws IOException {
    Corpus corpus =
        Corpora.read(List.of(write("(ORG(GPE*", "*))", "(GPE)")), CorpusOptions.DEFAULTS);
    assertEquals(
        List.of("ORG", "GPE"),
        corpus.sentences().get(0).entities().stream().map(entity -> entity.type()).toList());
  }
}
