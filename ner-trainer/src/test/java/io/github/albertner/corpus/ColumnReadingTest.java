package io.github.albertner.corpus;

import static io.github.albertner.corpus.CorpusText.lines;
import static io.github.albertner.corpus.CorpusText.sentences;
import static io.github.albertner.corpus.CorpusText.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.label.TagScheme;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnReadingTest {

  @Test
  void aBlankLineEndsASentence() {
    assertEquals(
        sentences("¶ [PER Ann Lee] sings", "in [LOC Rome]"),
        text("Ann\tB-PER\nLee\tI-PER\nsings\tO\n\nin\tO\nRome\tB-LOC\n").read());
  }

  @Test
  void blankLinesMayHoldTabsAndSpacesAndComeFirst() {
    assertEquals(
        sentences("¶ [PER Ann]", "in [LOC Rome]", "x"),
        text("\n\t\nAnn\tB-PER\n\t\nin\tO\nRome\tB-LOC\n  \n\n\t \nx\tO").read());
  }

  @Test
  void windowsFilesAreRead() {
    assertEquals(
        sentences("¶ [PER Ann]", "in [LOC Rome]"),
        text("\uFEFFAnn\tB-PER\r\n\r\nin\tO\r\nRome\tB-LOC\r\n").read());
  }

  @Test
  void tagsMayComeFirst() {
    assertEquals(
        sentences("¶ [Rating 5 star] place", "[Dish pie]"),
        lines("", "B-Rating\t5", "I-Rating\tstar", "O\tplace", "", "B-Dish\tpie").read());
  }

  @Test
  void wordsOfTabbedFilesMayHoldSpaces() {
    assertEquals(
        List.of("New York", "\u00a0", "is", "ok"),
        lines("New York\tB-LOC", "\u00a0\tO", " is \tO", "ok \tO")
            .corpus()
            .sentences()
            .get(0)
            .words());
  }

  @Test
  void aNoBreakSpaceIsAWordInSpacedFilesToo() {
    assertEquals(
        List.of("a", "\u00a0", "b"),
        lines("a B-X", "\u00a0 O", "b O").corpus().sentences().get(0).words());
  }

  @Test
  void documentStartsAreNoSentences() {
    assertEquals(
        sentences("¶ [PER Ann]", "b", "¶ c", "¶ d", "¶ e"),
        lines(
                "-DOCSTART- O",
                "",
                "Ann I-PER",
                "",
                "b O",
                "",
                "-DOCSTART- O",
                "",
                "c O",
                "-DOCSTART- O",
                "d O",
                "",
                "-DOCSTART-",
                "",
                "e O")
            .read());
  }

  @Test
  void ofConll2003ColumnsTheLastOneHoldsTheEntities() {
    CorpusText text =
        lines(
            "-DOCSTART- -X- O O",
            "",
            "EU NNP I-NP I-ORG",
            "rejects VBZ I-VP O",
            "German JJ I-NP I-MISC",
            "call NN I-NP O",
            "",
            "Bonn NNP I-NP I-LOC");
    assertEquals(sentences("¶ [ORG EU] rejects [MISC German] call", "[LOC Bonn]"), text.read());
    assertEquals(
        "conll, 4 columns separated by spaces, word 1, tag 4, IOB1",
        text.statistics().files().get(0).toString().replaceFirst("^.*: ", ""));
  }

  @Test
  void ofNestedColumnsTheOuterOneIsRead() {
    assertEquals(
        sentences("¶ [ORG Bayern Bonn] wins", "[LOC Rome]"),
        lines(
                "#\thttp://example.org/\t[2010-07-04]\t",
                "1\tBayern\tB-ORG\tB-LOC",
                "2\tBonn\tI-ORG\tB-LOC\t",
                "3\twins\tO\tO",
                "",
                "# 2",
                "1\tRome\tB-LOC\tO")
            .read());
    assertEquals(
        sentences("¶ [PER the king of France] sleeps"),
        lines(
                "the\tB-PER\tO\tO\t",
                "king\tI-PER\tO\tO\t",
                "of\tI-PER\tO\tO\t",
                "France\tI-PER\tB-GPE\tO\t",
                "sleeps\tO\tO\tO\t")
            .read());
  }

  @Test
  void whatNestedColumnsHoldBesideIsCountedUnlessTheColumnWasChosen() {
    CorpusText text =
        lines(
            "1\tBayern\tB-ORG\tB-LOC",
            "2\tBonn\tI-ORG\tB-LOC",
            "",
            "1\tRome\tB-LOC\tB-LOC",
            "2\twins\tO\tO");
    assertEquals(
        Map.of("entities left out: in tag column 4, which --tag-column 4 reads instead", 2L),
        text.statistics().changes());
    assertEquals(
        List.of(
            text.file() + ":1: LOC 'Bayern' in column 4",
            text.file() + ":2: LOC 'Bonn' in column 4"),
        text.statistics().firstChanges());
    assertTrue(text.statistics().files().get(0).layout().contains("tag 3 (not read: tags in 4)"));
    CorpusText chosen = text.with(CorpusOptions.DEFAULTS.withTagColumn("3"));
    assertEquals(Map.of(), chosen.statistics().changes());
  }

  @Test
  void columnsOfChunksAreNotMissed() {
    CorpusText text = lines("EU NNP B-NP B-ORG", "rejects VBZ B-VP O", "", "it PRP B-NP O");
    assertEquals(Map.of(), text.statistics().changes());
  }

  @Test
  void columnsCanBeChosenByNumber() {
    CorpusText text = lines("1\tBonn\tbonn\tO\tB-LOC", "2\twins\twin\tB-X\tO");
    assertEquals(
        sentences("¶ [LOC bonn] win"),
        text.with(CorpusOptions.DEFAULTS.withTokenColumn("3").withTagColumn("5")).read());
    assertEquals(
        ":1: expected at least 6 columns, as chosen, found 5 in most rows, as in"
            + " '1\\tBonn\\tbonn\\tO\\tB-LOC'",
        text.with(CorpusOptions.DEFAULTS.withTagColumn("6")).message());
  }

  @Test
  void columnsCanBeChosenByName() {
    CorpusOptions named = CorpusOptions.DEFAULTS.withTokenColumn("lemma").withTagColumn("ner");
    assertEquals(
        sentences("¶ [LOC bonn] win"),
        lines("form\tlemma\tner", "Bonn\tbonn\tB-LOC", "wins\twin\tO").with(named).read());
    assertEquals(
        sentences("¶ [LOC bonn] win"),
        lines("# global.columns = form lemma ner", "Bonn\tbonn\tB-LOC", "wins\twin\tO")
            .with(named)
            .read());
    assertEquals(
        ":1: expected a header that names a column 'lema' (did you mean lemma?),"
            + " found form, lemma, ner",
        lines("form\tlemma\tner", "Bonn\tbonn\tB-LOC")
            .with(named.withTokenColumn("lema"))
            .message());
  }

  @ParameterizedTest
  @CsvSource({
    "IOB1,  I-X I-X O I-X B-X I-Y",
    "BIO,   B-X I-X O B-X B-X B-Y",
    "BIOES, B-X E-X O S-X S-X S-Y",
    "BILOU, B-X L-X O U-X U-X U-Y"
  })
  void allSchemesAreToldApartAndMeanTheSame(TagScheme scheme, String tags) {
    String rows = String.join("\n", List.of(tags.split(" "))).replaceAll("(?m)^", "w\t");
    CorpusText text = text(rows);
    assertEquals(sentences("¶ [X w w] w [X w] [X w] [Y w]"), text.read());
    assertTrue(text.statistics().files().get(0).layout().endsWith(", " + scheme));
    assertEquals(0, text.statistics().repairedTags());
  }

  @Test
  void illegalSequencesAreReadAsConllevalDoesAndCounted() {
    CorpusText text =
        lines(
            "a\tI-X", "b\tO", "c\tB-Y", "d\tI-X", "", "e\tB-X", "", "f\tB-X", "", "g\tB-Z",
            "h\tI-Z");
    assertEquals(sentences("¶ [X a] b [Y c] [X d]", "[X e]", "[X f]", "[Z g h]"), text.read());
    assertEquals(2, text.statistics().repairedTags());
    assertEquals(0, text.statistics().badLines());

    // Read as IOB1, the four B- that follow no entity would be at fault instead.
    CorpusOptions iob1 = CorpusOptions.DEFAULTS.withScheme(TagScheme.IOB1);
    assertEquals(4, text.with(iob1).statistics().repairedTags());
  }

  @Test
  void wordsThatLookLikeTagsAreWords() {
    assertEquals(
        sentences("¶ O B-52 [X E-mail]", "O"),
        lines("O\tO", "B-52\tO", "E-mail\tB-X", "", "O\tO").read());
  }

  @Test
  void numbersThatAreWordsAreWords() {
    assertEquals(sentences("¶ 1", "[X 1] 2"), lines("1\tO", "", "1\tB-X", "2\tO").read());
  }

  @Test
  void aFileWithoutEntitiesIsRead() {
    assertEquals(sentences("¶ a b"), lines("a\tO", "b\tO").read());
    assertThrows(IllegalArgumentException.class, () -> CorpusOptions.DEFAULTS.withTagColumn("0"));
  }
}
