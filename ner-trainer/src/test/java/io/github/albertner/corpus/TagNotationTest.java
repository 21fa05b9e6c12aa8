package io.github.albertner.corpus;

import static io.github.albertner.corpus.CorpusText.lines;
import static io.github.albertner.corpus.CorpusText.sentences;
import static io.github.albertner.corpus.CorpusText.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ways in which files write tags, and what is said of those that are not understood. */
class TagNotationTest {

  private static CorpusText tagged(String tags) {
    return text(String.join("\n", List.of(tags.split(" "))).replaceAll("(?m)^", "w\t"));
  }

  @ParameterizedTest
  @CsvSource({
    "B-P I-P O B-L,       [P w w] w [L w],  BIO",
    "B-P M-P E-P O S-L,   [P w w w] w [L w], BIOES",
    "B-P M-P E-P O W-L,   [P w w w] w [L w], BIOES",
    "B_P I_P O B_L,       [P w w] w [L w],  BIO written as B_PER",
    "S:P O B:L E:L,       [P w] w [L w w],  BIOES written as B:PER",
    "B/P I/P O O,         [P w w] w w,      BIO written as B/PER",
    "P-B P-I O L-B,       [P w w] w [L w],  BIO written as PER-B",
    "P_B P_B O L_B,       [P w] [P w] w [L w],  BIO written as PER_B",
    "B I O B,             [default w w] w [default w], BIO without types (read as the type default)",
    "S O B E,             [default w] w [default w w], BIOES without types (read as the type default)",
    "b-p i-p o b-l,       [p w w] w [l w],  'BIO, o read as O'",
    "B-P - - - B-L,       '[P w] w w w [L w]', 'BIO, - read as O'",
    "B-P I-P 0 O B-L,     [P w w] w w [L w], 'BIO, 0 read as O'",
    "P P O L,   [P w w] w [L w], IO (types only: neighbours of one type are one entity)",
    "PER PER O E-mail, [PER w w] w [E-mail w], IO (types only: neighbours of one type are one entity)",
    "P.x P.x O w_of_art, [P.x w w] w [w_of_art w], IO (types only: neighbours of one type are one entity)",
    "P 0 0 0 L, '[P w] w w w [L w]', 'IO (types only: neighbours of one type are one entity), 0 read as O'"
  })
  void areRead(String tags, String expected, String scheme) {
    CorpusText text = tagged(tags);
    assertEquals(sentences("¶ " + expected), text.read());
    String layout = text.statistics().files().get(0).layout();
    assertTrue(layout.endsWith("word 1, tag 2, " + scheme), layout);
    assertEquals(0, text.statistics().repairedTags());
  }

  @ParameterizedTest
  @CsvSource({
    "B-P O O L,     4, L,   'O, or one of B- I- E- S- L- U- with an entity type'",
    "B_P O B_P B-L, 4, B-L, 'O, or one of B_ I_ E_ S_ L_ U_ with an entity type'",
    "P-B O P-B P,   4, P,   'O, or an entity type with one of -B -I -E -S -L -U'",
    "B I O X,       4, X,   'O, or one of B I E S L U'",
    "P P O B-,      4, B-,  'O, or an entity type of letters and digits'",
    "O B+P I+P O,   2, B+P, 'O, or one of B- I- E- S- L- U- with an entity type (no column"
        + " holds tags; --tag-column on the command line chooses one)'",
    "(P O P.B O,    1, (P,  'O, or one of B- I- E- S- L- U- with an entity type (no column"
        + " holds tags; --tag-column on the command line chooses one)'"
  })
  void whatIsNotUnderstoodIsNamed(String tags, int line, String cell, String expected) {
    assertEquals(
        ":" + line + ": expected a tag in column 2: " + expected + ", found '" + cell + "'",
        tagged(tags).message());
  }

  @Test
  void whatIsNotUnderstoodIsNamedWithoutAnyOutsideTag() {
    assertEquals(
        ":1: expected a tag in column 2: O, or one of B- I- E- S- L- U- with an entity type (no"
            + " column holds tags; --tag-column on the command line chooses one), found '<PER>'",
        lines("Ann\t<PER>", "works\t</>", "here\t</>").message());
  }

  @Test
  void wordsOfAFileWithTypesOnlyMayLookLikeTags() {
    assertEquals(
        sentences("¶ O B-52 [X E-mail] P"), lines("O\tO", "B-52\tO", "E-mail\tX", "P\tO").read());
  }

  @Test
  void partsOfSpeechAreNoTypes() {
    assertEquals(
        sentences("¶ [PERSON Ana] is in [PLACE Rome]"),
        lines("Ana\tPROPN\tPERSON", "is\tVERB\tO", "in\tADP\tO", "Rome\tPROPN\tPLACE").read());
    assertTrue(
        lines("Ana\tPROPN", "is\tVERB", "in\tADP").as("conll").message().contains("column 2"));
  }
}
