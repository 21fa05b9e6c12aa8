package io.github.albertner.standoff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.corpus.Corpora;
import io.github.albertner.corpus.Corpus;
import io.github.albertner.corpus.CorpusFormatException;
import io.github.albertner.corpus.CorpusOptions;
import io.github.albertner.corpus.Misaligned;
import io.github.albertner.corpus.OffsetUnit;
import io.github.albertner.corpus.TokenChoice;
import io.github.albertner.corpus.WordOrigin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JSON texts as spaCy, Prodigy, doccano and Label Studio export them, each as it is. */
class JsonTextReadingTest {

  @TempDir private Path folder;

  private Corpus read(CorpusOptions options, String... lines) throws IOException {
    Path file = folder.resolve("data.jsonl");
    Files.writeString(file, String.join("\n", lines));
    return Corpora.read(List.of(file), options);
  }

  private Corpus read(String... lines) throws IOException {
    return read(CorpusOptions.DEFAULTS, lines);
  }

  private CorpusFormatException refusal(String... lines) {
    return assertThrows(CorpusFormatException.class, () -> read(lines));
  }

  private static String format(Corpus corpus) {
    return corpus.statistics().files().get(0).format();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "spacy       | {\"text\": \"Ada left Rome.\", \"entities\": [[0, 3, \"PER\"], [9, 13, \"LOC\"]]}",
        "spacy       | {\"text\":\"Ada left Rome.\",\"ents\":[{\"start\":0,\"end\":3,\"label\":\"PER\"},{\"start\":9,\"end\":13,\"label\":\"LOC\"}],\"spans\":{}}",
        "spacy       | [\"Ada left Rome.\", {\"entities\": [[0, 3, \"PER\"], [9, 13, \"LOC\"]]}]",
        "prodigy     | {\"text\":\"Ada left Rome.\",\"spans\":[{\"start\":0,\"end\":3,\"label\":\"PER\"},{\"start\":9,\"end\":13,\"label\":\"LOC\"}],\"answer\":\"accept\"}",
        "doccano     | {\"id\": 1, \"text\": \"Ada left Rome.\", \"label\": [[0, 3, \"PER\"], [9, 13, \"LOC\"]]}",
        "doccano     | {\"id\": 1, \"data\": \"Ada left Rome.\", \"labels\": [[0, 3, \"PER\"], [9, 13, \"LOC\"]]}",
        "doccano     | {\"id\":1,\"text\":\"Ada left Rome.\",\"entities\":[{\"id\":7,\"label\":\"PER\",\"start_offset\":0,\"end_offset\":3},{\"id\":8,\"label\":\"LOC\",\"start_offset\":9,\"end_offset\":13}],\"relations\":[]}",
        "labelstudio | {\"id\":1,\"data\":{\"text\":\"Ada left Rome.\"},\"annotations\":[{\"result\":[{\"type\":\"labels\",\"value\":{\"start\":0,\"end\":3,\"text\":\"Ada\",\"labels\":[\"PER\"]}},{\"type\":\"labels\",\"value\":{\"start\":9,\"end\":13,\"text\":\"Rome\",\"labels\":[\"LOC\"]}},{\"type\":\"choices\",\"value\":{\"choices\":[\"good\"]}}]}],\"predictions\":[]}",
        "labelstudio | {\"note\":\"Ada left Rome.\",\"id\":1,\"ner\":[{\"start\":0,\"end\":3,\"text\":\"Ada\",\"labels\":[\"PER\"]},{\"start\":9,\"end\":13,\"text\":\"Rome\",\"labels\":[\"LOC\"]}],\"annotator\":1,\"created_at\":\"2024\"}"
      })
  void eachToolIsRecognisedAndRead(String tool, String record) throws IOException {
    Corpus corpus = read(record);
    assertEquals(tool, format(corpus));
    assertEquals(List.of("<PER Ada> left <LOC Rome> ."), Shown.of(corpus));
    assertEquals(List.of("<PER Ada> left <LOC Rome> ."), Shown.of(read(array(record))));
  }

  /** One record over several lines, in an array. */
  private static String array(String record) {
    return "[\n" + record.replace(", ", ",\n  ") + "\n]\n";
  }

  @Test
  void aTextIsADocumentOfSentences() throws IOException {
    Corpus corpus =
        read(
            "{\"text\": \"Ada left. She went to Rome.\", \"entities\": [[0, 3, \"PER\"]]}",
            "",
            "{\"text\": \"Bob stayed.\", \"entities\": []}");
    assertEquals(
        List.of("<PER Ada> left .", "She went to Rome .", "= Bob stayed ."),
        Shown.withDocuments(corpus));
  }

  @Test
  void givenTokensAndSentencesAreKept() throws IOException {
    Corpus corpus =
        read(
            "{\"text\":\"Ada-Bob left\",\"tokens\":[{\"start\":0,\"end\":3,\"id\":0},{\"start\":3,\"end\":4,\"id\":1},"
                + "{\"start\":4,\"end\":7,\"id\":2},{\"start\":7,\"end\":8,\"id\":3},{\"start\":8,\"end\":12,\"id\":4}],"
                + "\"sents\":[{\"start\":0,\"end\":3},{\"start\":3,\"end\":12}],"
                + "\"spans\":[{\"start\":4,\"end\":7,\"token_start\":2,\"token_end\":2,\"label\":\"PER\"}]}");
    assertEquals(List.of("Ada", "- <PER Bob> left"), Shown.of(corpus));
  }

  @Test
  void foundWordsAndSentencesGiveWayToEntities() throws IOException {
    String text =
        "{\"text\": \"He met PreColumbian Ada. Then Bob left.\","
            + " \"entities\": [[10, 19, \"ERA\"], [20, 29, \"X\"]]}";
    Corpus corpus = read(CorpusOptions.DEFAULTS.withTokens(TokenChoice.GOLD), text);
    List<String> words = List.of("He met Pre <ERA Columbian> <X Ada . Then> Bob left .");
    assertEquals(words, Shown.of(corpus));
    assertEquals(
        Map.of(
            "sentences joined that an entity spans", 1L,
            "words cut at the borders of entities", 1L),
        corpus.statistics().changes());
    assertEquals(WordOrigin.GOLD, corpus.sentences().get(0).origin());

    Corpus own = read(text);
    assertEquals(words, Shown.of(own));
    assertEquals(
        Map.of(
            "sentences joined that an entity spans; scores are for each", 1L,
            "words cut at the borders of entities; scores are for whole words", 1L),
        own.statistics().changes());
    assertEquals(
        WordOrigin.own(WordOrigin.Kind.OWN, List.of(List.of(1, 1, 2, 1, 1), List.of(1, 1, 1, 1))),
        own.sentences().get(0).origin());
  }

  @Test
  void whatNoFoundTokenHasAtTheEndsOfEntitiesDoesNotCount() throws IOException {
    Corpus corpus =
        read(
            "{\"text\": \"Ada\\u00a0left \\u2003Rome\\u00a0.\","
                + " \"entities\": [[0, 4, \"PER\"], [9, 15, \"LOC\"]]}");
    assertEquals(List.of("<PER Ada> left <LOC Rome> ."), Shown.of(corpus));
    assertEquals(Map.of(), corpus.statistics().changes());
  }

  @Test
  void tokensAndSentencesMayBePairsAndAreLeftAsideForOwnOnes() throws IOException {
    String text =
        "{\"document\": \"a\", \"text\": \"Ada-x left. Bob, too.\","
            + " \"sentences\": [[0, 16], [17, 21]],"
            + " \"tokens\": [[0, 5], [6, 10], [10, 11], [12, 15], [15, 16], [17, 20], [20, 21]],"
            + " \"entities\": [[0, 5, \"PER\"], [12, 15, \"PER\"]]}";
    Corpus given = read(text);
    assertEquals(List.of("<PER Ada-x> left . <PER Bob> ,", "too ."), Shown.of(given));
    assertEquals(WordOrigin.GIVEN, given.sentences().get(0).origin());
    Corpus own = read(CorpusOptions.DEFAULTS.withTokens(TokenChoice.OWN), text);
    assertEquals(WordOrigin.Kind.OWN, own.sentences().get(0).origin().kind());
    assertEquals("Bob , too .", String.join(" ", own.sentences().get(1).words()));
  }

  @Test
  void whatOfTokensAndSentencesIsOwnStaysKnown() throws IOException {
    String text = "{\"text\": \"Ada left.\", \"entities\": [[0, 3, \"PER\"]], %s}";
    Corpus sentences = read(text.formatted("\"sents\": [[0, 9]]"));
    assertEquals(WordOrigin.Kind.OWN_TOKENS, sentences.sentences().get(0).origin().kind());
    Corpus tokens = read(text.formatted("\"tokens\": [[0, 3], [4, 9]]"));
    assertEquals(
        WordOrigin.own(WordOrigin.Kind.OWN_SENTENCES, List.of(List.of(1, 1))),
        tokens.sentences().get(0).origin());
  }

  @Test
  void tokenizedTextsAreNotSplitOtherwise() throws IOException {
    Corpus corpus =
        read(
            CorpusOptions.DEFAULTS.withTokenized(true),
            "{\"text\": \"Mr. Ada,x left\\n. Bob\", \"entities\": [[4, 7, \"PER\"]]}");
    assertEquals(List.of("Mr. <PER Ada> ,x left", ". Bob"), Shown.of(corpus));
  }

  @ParameterizedTest
  @CsvSource({"spacy, 3, 7", "prodigy, 3, 7", "doccano, 4, 8", "labelstudio, 4, 8"})
  void offsetsCountWhatTheToolCounts(String tool, int begin, int end) throws IOException {
    String text = "\"text\": \"\ud83d\ude80 Rome is.\"".replace("\ud83d\ude80 ", "\ud83d\ude80: ");
    String record =
        switch (tool) {
          case "spacy" -> "{" + text + ", \"entities\": [[%d, %d, \"LOC\"]]}";
          case "prodigy" ->
              "{" + text + ", \"spans\": [{\"start\": %d, \"end\": %d, \"label\": \"LOC\"}]}";
          case "doccano" -> "{" + text + ", \"label\": [[%d, %d, \"LOC\"]]}";
          default ->
              "{\"data\": {"
                  + text
                  + "}, \"annotations\": [{\"result\": [{\"value\": {\"start\": %d, \"end\": %d, \"labels\": [\"LOC\"]}}]}]}";
        };
    CorpusOptions tokenized = CorpusOptions.DEFAULTS.withTokenized(true);
    assertEquals(
        List.of("\ud83d\ude80: <LOC Rome> is."),
        Shown.of(read(tokenized, record.formatted(begin, end))));
    boolean units = tool.equals("doccano") || tool.equals("labelstudio");
    OffsetUnit other = units ? OffsetUnit.CODE_POINTS : OffsetUnit.UTF16;
    assertEquals(
        List.of("\ud83d\ude80: <LOC Rome> is."),
        Shown.of(
            read(
                tokenized.withOffsets(other),
                record.formatted(units ? begin - 1 : begin + 1, units ? end - 1 : end + 1))));
  }

  /** Versions of Label Studio differ in what they count; the text of the entity tells. */
  @ParameterizedTest
  @CsvSource({"3, 7", "4, 8"})
  void theTextOfAnEntityTellsTheUnit(int begin, int end) throws IOException {
    String record =
        "{\"data\": {\"text\": \"\ud83d\ude80: Rome\"}, \"annotations\": [{\"result\": [{\"value\":"
            + " {\"start\": %d, \"end\": %d, \"text\": \"Rome\", \"labels\": [\"LOC\"]}}]}]}";
    assertTrue(Shown.of(read(record.formatted(begin, end))).get(0).endsWith("<LOC Rome>"));
  }

  @Test
  void answersOtherThanAcceptAreLeftOutAndCounted() throws IOException {
    Corpus corpus =
        read(
            "{\"text\":\"Ada.\",\"spans\":[],\"answer\":\"reject\"}",
            "{\"text\":\"Bob.\",\"spans\":[],\"answer\":\"ignore\"}",
            "{\"text\":\"Eve.\",\"answer\":\"accept\"}");
    assertEquals(List.of("Eve ."), Shown.of(corpus));
    assertEquals(
        Map.of(
            "texts left out: of the answer reject", 1L, "texts left out: of the answer ignore", 1L),
        corpus.statistics().changes());
  }

  @Test
  void tasksWithoutAnnotationOrWithSeveralAreToldOf() throws IOException {
    String task = "{\"data\": {\"text\": \"%s\"}, \"annotations\": [%s]}";
    String made = "{\"result\": [{\"value\": {\"start\": 0, \"end\": 3, \"labels\": [\"%s\"]}}]}";
    Corpus corpus =
        read(
            task.formatted("Ada", ""),
            task.formatted("Bob", "{\"was_cancelled\": true, \"result\": []}"),
            task.formatted("Eve", made.formatted("PER") + ", " + made.formatted("ORG")));
    assertEquals(List.of("<PER Eve>"), Shown.of(corpus));
    assertEquals(
        Map.of(
            "texts left out: not annotated",
            2L,
            "texts with several annotations: the first is read",
            1L),
        corpus.statistics().changes());
  }

  @Test
  void ofNestedEntitiesTheOutermostStays() throws IOException {
    String record =
        "{\"text\": \"New York Times\", \"entities\": [[0, 8, \"LOC\"], [0, 14, \"ORG\"], [4, 14, \"X\"]]}";
    Corpus corpus = read(record);
    assertEquals(List.of("<ORG New York Times>"), Shown.of(corpus));
    assertEquals(
        Map.of("entities left out: overlapping a longer one", 2L), corpus.statistics().changes());
    CorpusFormatException refusal =
        assertThrows(
            CorpusFormatException.class,
            () -> read(CorpusOptions.DEFAULTS.withMisaligned(Misaligned.FAIL), record));
    assertEquals(1, refusal.line());
  }

  /** What is found gives way to entities by default only. */
  @Test
  void bordersInWordsThatAreFoundAreDealtWithAsAsked() throws IOException {
    String record = "{\"text\": \"She left India. He stayed.\", \"entities\": [[9, 13, \"GPE\"]]}";
    assertEquals(List.of("She left <GPE Indi> a .", "He stayed ."), Shown.of(read(record)));
    assertEquals(
        Shown.of(read(record)),
        Shown.of(read(CorpusOptions.DEFAULTS.withMisaligned(Misaligned.OUTERMOST), record)));
    String message =
        assertThrows(
                CorpusFormatException.class,
                () -> read(CorpusOptions.DEFAULTS.withMisaligned(Misaligned.FAIL), record))
            .getMessage();
    assertTrue(message.endsWith("its tokens are 'India' at characters 9 to 14"), message);
    Corpus skipped = read(CorpusOptions.DEFAULTS.withMisaligned(Misaligned.SKIP), record);
    assertEquals(List.of("She left India .", "He stayed ."), Shown.of(skipped));
    assertEquals(
        Map.of("entities left out: across token borders", 1L), skipped.statistics().changes());
    Corpus snapped = read(CorpusOptions.DEFAULTS.withMisaligned(Misaligned.SNAP), record);
    assertEquals(List.of("She left <GPE India> .", "He stayed ."), Shown.of(snapped));
    assertEquals(Map.of("entities moved to token borders", 1L), snapped.statistics().changes());
  }

  @Test
  void sentencesThatAreFoundAreJoinedUnlessSomethingElseIsAsked() throws IOException {
    String record = "{\"text\": \"She left India. He stayed.\", \"entities\": [[9, 18, \"X\"]]}";
    assertEquals(List.of("She left <X India . He> stayed ."), Shown.of(read(record)));
    for (Misaligned rule : List.of(Misaligned.SKIP, Misaligned.SNAP)) {
      Corpus corpus = read(CorpusOptions.DEFAULTS.withMisaligned(rule), record);
      assertEquals(List.of("She left India .", "He stayed ."), Shown.of(corpus));
      assertEquals(
          Map.of("entities left out: across sentences", 1L), corpus.statistics().changes());
    }
  }

  @Test
  void entitiesThatCutGivenTokensStop() throws IOException {
    String record =
        "{\"text\": \"Adas hut\", \"tokens\": [{\"start\": 0, \"end\": 4}, {\"start\": 5, \"end\": 8}],"
            + " \"spans\": [{\"start\": 0, \"end\": 3, \"label\": \"PER\"}]}";
    CorpusFormatException refusal = refusal(record);
    assertTrue(
        refusal.getMessage().endsWith("its tokens are 'Adas' at characters 0 to 4"),
        refusal.getMessage());
    assertEquals(
        List.of("<PER Adas> hut"),
        Shown.of(read(CorpusOptions.DEFAULTS.withMisaligned(Misaligned.SNAP), record)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"text\": \"Ada\", \"entities\": [[0, 3, \"PER\"]   | a JSON record in one line",
        "{\"text\": \"Ada\", \"entities\": [[0, 3, \"PER\"]]} x | a JSON record in one line",
        "{\"text\": \"Ada\", \"entities\": [[0, 4, \"PER\"]]} | entities that are whole tokens of one sentence",
        "{\"text\": \"Ada\", \"entities\": [[-1, 3, \"PER\"]]} | entities that are whole tokens of one sentence",
        "{\"text\": \"Ada\", \"entities\": [[2, 1, \"PER\"]]} | entities that are whole tokens of one sentence",
        "{\"text\": \"Ada\", \"entities\": [[0, 3, \"\"]]} | entities that are whole tokens of one sentence",
        "{\"text\": \"Ada\", \"entities\": [[0, 3, null]]} | entities that are whole tokens of one sentence",
        "{\"text\": \"Ada\", \"entities\": [[0, 3]]} | entities as [start, end, label]",
        "{\"text\": \"Ada\", \"entities\": [[0.5, 3, \"PER\"]]} | entities as [start, end, label]",
        "{\"text\": \"Ada\", \"entities\": [\"PER\"]} | entities as [start, end, label]",
        "{\"text\": 7, \"entities\": []} | a string as text",
        "{\"text\": \"Ada\"} | an array of entities as one of",
        "[] | a JSON object",
        "{\"text\": \"Ada\", \"entities\": [], \"tokens\": [{\"start\": 0, \"end\": 9}]} | tokens of objects with start and end, in order",
        "{\"text\": \"Ada\", \"entities\": [], \"tokens\": [\"Ada\"]} | tokens of objects with start and end, in order"
      })
  void whatIsWrongIsSaidByFileAndLine(String bad, String expected) throws IOException {
    String good = "{\"text\": \"Eve left.\", \"entities\": [[0, 3, \"PER\"]]}";
    CorpusFormatException refusal = refusal(good, bad);
    assertTrue(
        refusal.getMessage().contains("data.jsonl:2: expected " + expected), refusal.getMessage());
    Corpus rest = read(CorpusOptions.DEFAULTS.withSkipBadLines(true), good, bad, good);
    assertEquals(
        List.of("<PER Eve> left .", "<PER Eve> left ."),
        Shown.of(rest).stream().filter(s -> s.contains("Eve")).toList());
    assertTrue(
        rest.statistics().badLines() == 1 || !rest.statistics().changes().isEmpty(),
        rest.statistics().toString());
  }

  @Test
  void aTextThatDisagreesWithItsOffsetsIsRefused() {
    CorpusFormatException refusal =
        refusal(
            "{\"data\": {\"text\": \"Ada left\"}, \"annotations\": [{\"result\": [{\"value\": {\"start\": 1,"
                + " \"end\": 4, \"text\": \"Ada\", \"labels\": [\"PER\"]}}]}]}");
    assertTrue(
        refusal.getMessage().contains("the text of PER, 'Ada', at its offsets"),
        refusal.getMessage());
    assertEquals(1, refusal.line());
  }

  @Test
  void anArrayThatBreaksOffIsRefusedWhereItsLastRecordBegins() {
    CorpusFormatException refusal =
        refusal("[", "{\"text\": \"Ada\", \"entities\": []},", "{\"text\": \"Eve\",", "\"ent");
    assertEquals(3, refusal.line());
    assertTrue(refusal.found().contains("does not end"), refusal.getMessage());
  }
}
