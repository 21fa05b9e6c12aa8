package io.github.albertner.corpus;

import static io.github.albertner.corpus.CorpusText.lines;
import static io.github.albertner.corpus.CorpusText.sentences;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ColumnBadLinesTest {

  @Test
  void aRowOfAnotherWidthIsBad() {
    assertEquals(
        ":3: expected 2 columns separated by tabs, found 3 columns in 'c\\td\\tO'",
        lines("a\tB-X", "b\tO", "c\td\tO").message());
    assertEquals(
        ":2: expected 2 columns separated by spaces, found 1 column in 'b'",
        lines("a B-X", "b", "c O").message());
    assertEquals(
        ":2: expected 2 columns separated by tabs, found 1 column in 'b O'",
        lines("a\tB-X", "b O", "c\tO").message());
    assertEquals(
        ":2: expected 2 columns separated by tabs, found 1 column in 'b\\t'",
        lines("a\tB-X", "b\t", "c\tO").message());
  }

  @Test
  void anEmptyWordIsBad() {
    assertEquals(
        ":2: expected a word in column 1, found an empty cell in '\\tO'",
        lines("a\tB-X", "\tO", "c\tO").message());
    assertEquals(
        ":2: expected 2 columns separated by tabs, found 1 column in 'O\\t'",
        lines("B-X\ta", "O\t", "O\tc").message());
  }

  @Test
  void anIllegalTagIsBad() {
    assertEquals(
        ":2: expected a tag in column 2: O, or one of B- I- E- S- L- U- with an entity type,"
            + " found 'B-'",
        lines("a\tB-X", "b\tB-", "c\tO", "d\tO").message());
  }

  @Test
  void aWrongNumberIsBad() {
    assertEquals(
        ":3: expected a number in column 1, found 'x'",
        lines("1\ta\tB-X", "2\tb\tO", "x\tc\tO", "4\td\tO").message());
  }

  @Test
  void skippingLeavesOutTheWholeSentenceAndCountsEveryLine() {
    CorpusText text =
        lines(
                "-DOCSTART-\tO",
                "",
                "a\tB-X",
                "b\tI_X",
                "c\td\te",
                "",
                "f\tO",
                "",
                "g",
                "h\tB-X",
                "",
                "i\tB-X")
            .skippingBadLines();
    assertEquals(sentences("¶ f", "[X i]"), text.read());
    CorpusStatistics statistics = text.statistics();
    assertEquals(3, statistics.badLines());
    assertEquals(2, statistics.skippedSentences());
    assertEquals(2, statistics.sentences());
    assertEquals(1, statistics.documents());
    assertEquals(3, statistics.firstBadLines().size());
    assertTrue(statistics.firstBadLines().get(2).startsWith(text.file() + ":9: "));
  }

  @Test
  void theNumberOfBadLinesIsRightEvenIfNotAllMessagesAreKept() {
    StringBuilder rows = new StringBuilder("a\tB-X\n\n".repeat(100));
    rows.append("b\n\n".repeat(50));
    CorpusStatistics statistics = CorpusText.text(rows.toString()).skippingBadLines().statistics();
    assertEquals(50, statistics.badLines());
    assertEquals(20, statistics.firstBadLines().size());
  }

  @Test
  void textThatIsNotUtf8IsABadLine() {
    CorpusText text =
        CorpusText.bytes("a\tB-X\n\nb\u00e9\tO\n\nc\tO".getBytes(StandardCharsets.ISO_8859_1));
    assertTrue(text.message().startsWith(":3: expected UTF-8 text"), text.message());
    assertEquals(sentences("¶ [X a]", "c"), text.skippingBadLines().read());
  }

  @Test
  void aFileWithoutATagColumnIsRefused() {
    assertEquals(
        ":1: expected a tag in column 2: O, or one of B- I- E- S- L- U- with an entity type (no"
            + " column holds tags; --tag-column on the command line chooses one), found 'b'",
        lines("a b", "c d").as("conll").message());
    assertEquals(
        ":1: expected at least two columns, one of tags such as O, B-PER, I-PER, found 'a'",
        lines("a", "c").as("conll").message());
  }
}
