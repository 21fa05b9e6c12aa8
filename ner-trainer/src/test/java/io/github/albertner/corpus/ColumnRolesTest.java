package io.github.albertner.corpus;

import static io.github.albertner.corpus.CorpusText.lines;
import static io.github.albertner.corpus.CorpusText.sentences;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which column holds words, tags, numbers of words and names of sentences. */
class ColumnRolesTest {

  @Test
  void numbersFromZeroAreNoWords() {
    assertEquals(
        sentences("¶ In 1975 , [PER Jan]", "[LOC Bonn] froze"),
        lines("0 In O", "1 1975 O", "2 , O", "3 Jan B-PER", "", "0 Bonn B-LOC", "1 froze O")
            .read());
  }

  @Test
  void numbersInTheMiddleAndAtTheEndAreNoWords() {
    assertEquals(
        sentences("¶ [PER Jan] 7 sings", "[LOC Bonn]"),
        lines("d1 5 Jan B-PER 0", "d1 5 7 O 4", "d1 9 sings O 6", "", "d1 2 Bonn B-LOC 0").read());
  }

  /** Numbers of words would fall where a sentence of several begins. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1\tAnn\tB-PER|1\tworks\tO|2\tRome\tB-LOC",
        "0\tAnn\tB-PER|0\tworks\tO|1\tRome\tB-LOC",
        "7\tAnn\tB-PER|7\tworks\tO|8\tRome\tB-LOC|8\twins\tO",
      })
  void aNumberThatNeverFallsIsASentences(String rows) {
    assertEquals(
        sentences("¶ [PER Ann] works", rows.endsWith("wins\tO") ? "[LOC Rome] wins" : "[LOC Rome]"),
        lines(rows.split("\\|", -1)).read());
  }

  @Test
  void aHeaderMayBeginLikeAComment() {
    assertEquals(
        sentences("¶ [PER Ann] works"),
        lines("#pos\ttag\tword", "NNP\tB-PER\tAnn", "VBZ\tO\tworks").read());
    assertEquals(
        sentences("¶ [PER Ann] works"),
        lines("# text = the word and its name", "Ann B-PER", "works O").read());
  }

  @Test
  void aNumberThatStartsAgainBeginsASentence() {
    assertEquals(
        sentences("¶ [PER Ann] works", "[LOC Rome] wins", "so"),
        lines("1\tAnn\tB-PER", "2\tworks\tO", "1\tRome\tB-LOC", "2\twins\tO", "1\tso\tO").read());
  }

  @Test
  void rowsOfConlluThatAreNoWordsAreLeftOut() {
    CorpusText text =
        lines(
            "1-2\tdu\t_\t_\tB-LOC",
            "1\tde\tde\tADP\tO",
            "2\tle\tle\tDET\tO",
            "2.1\telided\t_\t_\tO",
            "2.2\telided\t_\t_\tO",
            "3\tRhin\tRhin\tPROPN\tB-LOC",
            "",
            "1\tici\tici\tADV\tO");
    assertEquals(sentences("¶ de le [LOC Rhin]", "ici"), text.read());
    assertEquals(
        Map.of("tags left out: on rows such as 2-3 or 8.1, which are no words of their own", 1L),
        text.statistics().changes());
    assertEquals(text.file() + ":1: 'B-LOC' of row 1-2", text.statistics().firstChanges().get(0));
  }

  @Test
  void rowsThatAreNoWordsBeginASentenceOnlyWhereTheirNumbersStartAgain() {
    assertEquals(
        sentences("¶ [PER Ann] works", "[LOC Rome] wins", "de le"),
        lines(
                "0.1\telided\tO",
                "1\tAnn\tB-PER",
                "1.1\telided\tO",
                "2\tworks\tO",
                "0.1\telided\tO",
                "1\tRome\tB-LOC",
                "2\twins\tO",
                "1-2\tdu\tO",
                "1\tde\tO",
                "2\tle\tO")
            .read());
  }

  @Test
  void linesOfRepairedTagsAreRightAfterRowsThatAreNoWords() {
    CorpusText text =
        lines("1-2\tdu\tO", "1\tde\tO", "2\tle\tB-X", "3\tRhin\tI-Y", "4\tx\tB-Y", "5\ty\tB-Y");
    assertEquals(1, text.statistics().repairedTags());
    assertTrue(
        text.statistics().firstRepairs().get(0).startsWith(text.file() + ":4: "),
        text.statistics().firstRepairs().get(0));
  }

  @Test
  void aHeaderThatNamesWordsAndTagsIsObeyed() {
    assertEquals(
        sentences("¶ [PER Ann] works", "[LOC Rome]"),
        lines(
                "sentence_id\tlemmas\twords\tlabels",
                "a\tann\tAnn\tB-PER",
                "a\twork\tworks\tO",
                "b\trome\tRome\tB-LOC")
            .read());
    assertEquals(
        sentences("¶ [PER Ann] works", "[LOC Rome]"),
        lines(
                "Sentence #\tWord\tPOS\tTag",
                "Sentence: 1\tAnn\tNNP\tB-PER",
                "\tworks\tVBZ\tO",
                "Sentence: 2\tRome\tNNP\tB-LOC")
            .read());
  }

  @Test
  void globalColumnsAreObeyedWithNothingChosen() {
    assertEquals(
        sentences("¶ [PER Anna] lives", "She"),
        lines(
                "# global.columns = ID LEMMA FORM NE:TYPE NE:IOB",
                "# text = Anna lives",
                "1\tanna\tAnna\tPER\tB-PER",
                "2\tlive\tlives\tO\tO",
                "",
                "1\tshe\tShe\tO\tO")
            .read());
  }

  @Test
  void aHeadersTagColumnThatIsNotUnderstoodIsNamed() {
    assertEquals(
        ":2: expected a tag in column 2: O, or one of B- I- E- S- L- U- with an entity type,"
            + " found '<PER>'",
        lines("token\tner", "Ann\t<PER>", "works\t-").message());
  }

  @Test
  void withoutEmptyLinesNamesThatRepeatAreThoseOfSentences() {
    assertEquals(
        sentences("¶ [PER Ann] works", "[LOC Rome] wins"),
        lines("d1\ts1\tAnn\tB-PER", "d1\ts1\tworks\tO", "d1\ts2\tRome\tB-LOC", "d1\ts2\twins\tO")
            .read());
  }

  @Test
  void documentsCanBeNamed() {
    assertEquals(
        sentences("¶ [PER Ann]", "x", "¶ [LOC Rome]"),
        lines(
                "doc_id\tsent_id\ttoken\tner",
                "d1\t1\tAnn\tB-PER",
                "d1\t2\tx\tO",
                "d2\t1\tRome\tB-LOC")
            .read());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name=B-LOC",
        "NER=B-LOC",
        "ner=B-LOC",
        "Entity=B-LOC",
        "Tag=B-LOC",
        "B-LOC",
        "ner=LOC",
        "NE=S-LOC",
        "NamedEntity=B_LOC",
        "iob=LOC-B"
      })
  void tagsMayStandBesideOtherThings(String tag) {
    for (String cell : new String[] {tag, "SpaceAfter=No|" + tag, tag + "|Gloss=x|SpaceAfter=No"}) {
      CorpusText text =
          lines(
              "1\tOslo\tOslo\tPROPN\t_\tCase=Nom\t0\troot\t_\t" + cell,
              "2\tja\tja\tINTJ\t_\t_\t1\tdep\t_\tSpaceAfter=No",
              "3\tja\tja\tINTJ\t_\tCase=Nom\t1\tdep\t_\t_",
              "",
              "1\tja\tja\tX\t_\t_\t1\tdep\t_\t" + tag.replaceFirst("[^=]+$", "O"));
      assertEquals(sentences("¶ [LOC Oslo] ja ja", "ja"), text.read(), cell);
    }
  }

  @Test
  void twoTagsInACellAreNamed() {
    assertEquals(
        ":3: expected a tag in column 2 (ner=): O, or one of B- I- E- S- L- U- with an entity"
            + " type, found 'ner=B-X|ner=B-Y'",
        lines("Oslo\tner=B-X", "ja\tner=O", "Ann\tner=B-X|ner=B-Y").message());
  }

  @Test
  void keysOfCoreferenceAreNoTags() {
    assertEquals(
        ":1: expected a tag in column 3: O, or one of B- I- E- S- L- U- with an entity type (no"
            + " column holds tags; --tag-column on the command line chooses one), found"
            + " 'Entity=(person-1)'",
        lines("1\tSue\tEntity=(person-1)", "2\tsat\t_", "3\tdown\tSpaceAfter=No")
            .as("conll")
            .message());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x\tO|Ann left\tB-PER O|Rome is big\tB-LOC O O",
        "start\tend\tword\ttag|0\t3\tAnn left\tPER|0\t4\tRome is\tLOC",
      })
  void aTextIsNoWord(String rows) {
    CorpusFormatException refusal = lines(rows.split("\\|")).refusal();
    assertEquals(2, refusal.line());
    assertTrue(refusal.getMessage().contains(rows.contains("O O") ? "B-PER O" : "Ann left"));
  }

  @Test
  void wordsAndTypesMayBeSeveral() {
    assertEquals(sentences("¶ [head of state Ann Lee]"), lines("Ann Lee\tB-head of state").read());
  }
}
