package io.github.albertner.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.corpus.Corpora;
import io.github.albertner.corpus.Corpus;
import io.github.albertner.corpus.CorpusFormatException;
import io.github.albertner.corpus.CorpusOptions;
import io.github.albertner.corpus.Sentence;
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

  private static String format(Corpus corpus) {
    return corpus.statistics().files().get(0).format();
  }

  @Test
  void muc() throws IOException {
    Corpus corpus =
        read(
            "a.sgm",
            """
            <DOC>
            <TXT>
            <s> <ENAMEX TYPE="PERSON">Ada Lee</ENAMEX>'s left <ENAMEX TYPE="LOCATION">Rome</ENAMEX>. </s>
            <s> She paid <NUMEX TYPE="MONEY">$5</NUMEX>. </s>
            </TXT>
            </DOC>
            """);
    assertEquals("muc6", format(corpus));
    assertEquals(
        List.of(
            "[Ada, Lee, 's, left, Rome, .] [person@[0, 2), location@[4, 5)]",
            "[She, paid, $, 5, .] [money@[2, 4)]"),
        corpus.sentences().stream().map(SampleFormatsTest::show).toList());
  }

  private static String show(Sentence sentence) {
    return sentence.words()
        + " "
        + sentence.entities().stream()
            .map(e -> "%s@[%d, %d)".formatted(e.type(), e.begin(), e.end()))
            .toList();
  }

  @Test
  void ontoNotes() throws IOException {
    Corpus corpus =
        read(
            "a.name",
            """
            <DOC DOCNO="a">
            <ENAMEX TYPE="PERSON">Ada Lee</ENAMEX> left .
            In <ENAMEX TYPE="GPE">Rome</ENAMEX> .
            </DOC>
            """);
    assertEquals("ontonotes", format(corpus));
    assertEquals(
        List.of("[Ada, Lee, left, .] [person@[0, 2)]", "[In, Rome, .] [gpe@[1, 2)]"),
        corpus.sentences().stream().map(SampleFormatsTest::show).toList());
  }

  @Test
  void whatOpenNlpRefusesIsRefusedByFile() {
    CorpusFormatException refusal =
        assertThrows(
            CorpusFormatException.class,
            () -> read("a.sgm", "<DOC><s> <ENAMEX>Ada</ENAMEX> </s></DOC>"));
    assertTrue(
        refusal.getMessage().contains("a.sgm: expected a file that OpenNLP reads as muc6"),
        refusal.getMessage());
  }

  @Test
  void aMissingFileOfMascIsNamed() {
    NoSuchFileException refusal =
        assertThrows(NoSuchFileException.class, () -> read("a.hdr", "<documentHeader/>"));
    assertTrue(refusal.getMessage().contains("a.txt"), refusal.getMessage());
  }
}
