package io.github.albertner.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Formats that OpenNLP's own readers read. */
class SampleFormatsTest {

  @TempDir private Path folder;

  private Corpus read(String name, String content) throws IOException {
    Path file = Files.writeString(folder.resolve(name), content);
    return Corpora.read(List.of(file), CorpusOptions.DEFAULTS);
  }

  /** A tree with a name in it, and one of another document. */
  private static final String TREES =
      """
      <ext n=1>
      <s id="1">
      SOURCE: x
      1 Ada saiu.
      A1
      STA:fcl
      =S:prop("Ada_Lee" <hum> F S)\tAda_Lee
      =P:v-fin("sair" PS 3S IND)\tsaiu
      =.
      </s>
      </ext>
      """;

  @Test
  void trees() throws IOException {
    Path file = Files.writeString(folder.resolve("a.ad"), TREES);
    Corpus corpus = Corpora.read(List.of(file), CorpusOptions.DEFAULTS);
    assertEquals("ad", corpus.statistics().files().get(0).format());
    assertEquals(List.of("Ada", "Lee", "saiu", "."), corpus.sentences().get(0).words());
    assertEquals(
        "[EntitySpan[begin=0, end=2, type=person, probability=1.0]]",
        corpus.sentences().get(0).entities().toString());
  }

  @Test
  void whatOpenNlpRefusesIsRefusedByFile() throws IOException {
    for (String end : List.of(".txt", "-seg.xml", "-penn.xml", "-s.xml", "-ne.xml")) {
      Files.writeString(folder.resolve("b" + end), "no XML");
    }
    CorpusFormatException refusal =
        assertThrows(CorpusFormatException.class, () -> read("b.hdr", "<documentHeader/>"));
    assertTrue(
        refusal.getMessage().contains("b.hdr: expected a file that OpenNLP reads as masc"),
        refusal.getMessage());
  }

  @Test
  void aMissingFileOfMascIsNamed() {
    NoSuchFileException refusal =
        assertThrows(NoSuchFileException.class, () -> read("a.hdr", "<documentHeader/>"));
    assertTrue(refusal.getMessage().contains("a.txt"), refusal.getMessage());
  }
}
