package io.github.albertner.corpus;

import static io.github.albertner.corpus.CorpusText.lines;
import static io.github.albertner.corpus.CorpusText.sentences;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class NameSampleReadingTest {

  @Test
  void entitiesStandBetweenStartAndEnd() {
    assertEquals(
        sentences("¶ [person Ann Lee] lives in [location Rome] .", "No name here ."),
        lines(
                "<START:person> Ann Lee <END> lives in <START:location> Rome <END> .",
                "No name here .")
            .read());
  }

  @Test
  void entitiesWithoutTypeAreOfTypeDefault() {
    assertEquals(sentences("¶ [default Ann] sings"), lines("<START> Ann <END> sings").read());
  }

  @Test
  void blankLinesBeginDocuments() {
    assertEquals(
        sentences("¶ [p a]", "b", "¶ c", "¶ d"),
        lines("", "<START:p> a <END>", "b", "", "c", " \t", "", "d", "").read());
  }

  @Test
  void anyWhiteSpaceSeparatesWords() {
    assertEquals(
        List.of("a", "b", "c"),
        lines(" <START:p>\ta\u00a0b  <END> c ").corpus().sentences().get(0).words());
  }

  @Test
  void windowsFilesAreRead() {
    assertEquals(
        sentences("¶ [p a] b", "¶ c"),
        CorpusText.text("\uFEFF<START:p> a <END> b\r\n\r\nc\r\n").read());
  }

  @Test
  void gluedTagsAreBadLines() {
    assertEquals(
        ":2: expected <START:type> and <END> as words of their own, with spaces around,"
            + " found '<END>,'",
        lines("<START:p> a <END> b", "in <START:p> Rome <END>, again").message());
    assertTrue(lines("in <START:p>Rome <END>").as("opennlp").message().contains("'<START:p>Rome'"));
    assertTrue(lines("(<START> Rome <END>").message().contains("found '(<START>'"));
    assertTrue(lines("<START:> Rome <END>").message().contains("found '<START:>'"));
    assertTrue(lines("<START:a b> Rome <END>").message().contains("found '<START:a'"));
  }

  @Test
  void unbalancedTagsAreBadLines() {
    assertEquals(
        ":1: expected <END> after the words of <START:p>, found the end of the line",
        lines("<START:p> Rome").message());
    assertEquals(
        ":1: expected <START:type> before it, found <END> with no entity open",
        lines("Rome <END> .").message());
    assertEquals(
        ":1: expected <END> after the words of <START:p>, found <START:q> within it",
        lines("<START:p> Rome <START:q> is <END> <END>").message());
    assertEquals(
        ":1: expected words between <START:p> and <END>, found none",
        lines("x <START:p> <END>").message());
  }

  @Test
  void aMissingTypeIsNotInherited() {
    assertEquals(
        ":1: expected <START:type>, since other entities of this file have one,"
            + " found <START> without a type",
        lines("<START> Ann <END> , <START:p> Bob <END>", "<START:p> Cid <END>").message());
  }

  @Test
  void skippedLinesAreCountedAndTheirDocumentStillStarts() {
    CorpusText text =
        lines("a <START:p> b <END>", "", "c <END>", "d <START:q> e <END>", "<START>f <END>")
            .skippingBadLines();

    assertEquals(sentences("¶ a [p b]", "¶ d [q e]"), text.read());
    CorpusStatistics statistics = text.statistics();
    assertEquals(2, statistics.badLines());
    assertEquals(2, statistics.skippedSentences());
    assertEquals(2, statistics.documents());
    assertTrue(statistics.firstBadLines().get(0).startsWith(text.file() + ":3: expected"));
    assertTrue(statistics.firstBadLines().get(1).contains(":5: "));
  }

  @Test
  void textThatIsNotUtf8IsABadLine() {
    CorpusText text =
        CorpusText.bytes("<START:p> a <END>\n\u00a7 b\nc".getBytes(StandardCharsets.ISO_8859_1));

    assertTrue(text.message().startsWith(":2: expected UTF-8 text"), text.message());
    assertEquals(sentences("¶ [p a]", "c"), text.skippingBadLines().read());
  }

  @Test
  void aReplacementCharacterInTheTextIsText() {
    assertEquals(sentences("¶ [p \uFFFD]"), lines("<START:p> \uFFFD <END>").read());
  }
}
