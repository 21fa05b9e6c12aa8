package io.github.albertner.corpus;

import static io.github.albertner.corpus.CorpusText.lines;
import static io.github.albertner.corpus.CorpusText.sentences;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** A {@code #} may begin a comment or a word; no word may be lost. */
class ColumnCommentTest {

  @Test
  void aHashWithATagIsAWordWhereverItStands() {
    assertEquals(
        sentences("¶ # lame #", "#Nato wins", "[X # tag]"),
        lines("#\tO", "lame\tO", "#\tO", "", "#Nato\tO", "wins\tO", "", "#\tB-X", "tag\tI-X")
            .read());
    assertEquals(
        sentences("¶ # lame [X #fun]", "# x"),
        lines("# O", "lame O", "#fun B-X", "", "# O", "x O").read());
    assertEquals(sentences("¶ #", "[X #]"), lines("#\tO", "", "#\tB-X").read());
  }

  @Test
  void commentsComeBeforeASentence() {
    assertEquals(
        sentences("¶ a [X b]", "c", "d"),
        lines(
                "# licence: CC",
                "# more",
                "",
                "# id = 1",
                "# text = a b",
                "a\tO",
                "b\tB-X",
                "",
                "#2",
                "c\tO",
                "",
                "# the end",
                "",
                "d\tO",
                "",
                "# bye")
            .read());
    assertEquals(
        sentences("¶ a [X b]", "c"),
        lines("# newpar", "a O", "b B-X", "", "# one more comment here", "c O").read());
  }

  @Test
  void commentsCanBeginADocument() {
    assertEquals(
        sentences("¶ [X a]", "b", "¶ c"),
        lines("# newdoc", "a\tB-X", "", "b\tO", "", "# newdoc id = 2", "c\tO").read());
  }

  @Test
  void aHashRowWithAnIllegalTagIsNotTakenForAComment() {
    assertEquals(
        ":3: expected a tag in column 2: O, or one of B- I- E- S- L- U- with an entity type,"
            + " found 'B_X'",
        lines("a\tB-X", "", "#tag\tB_X", "b\tO").message());
    assertEquals(
        ":2: expected a tag in column 2: O, or one of B- I- E- S- L- U- with an entity type,"
            + " found 'Q'",
        lines("a B-X", "# Q", "b O").message());
  }

  @Test
  void aCommentWithinASentenceIsABadLine() {
    assertEquals(
        ":2: expected 2 columns separated by tabs, found 1 column in '# note'",
        lines("a\tB-X", "# note", "b\tO").message());
  }
}
