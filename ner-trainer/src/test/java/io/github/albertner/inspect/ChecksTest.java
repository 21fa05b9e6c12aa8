package io.github.albertner.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.checkpoint.BaseModels;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each check finds what it looks for, and nothing in data without it. */
class ChecksTest {
  private static final CorpusPart CLEAN =
      Parts.of(
          "train",
          "<START:person> Ada <END> wrote the first program .",
          "It was never run in <START:place> London <END> .");

  private static ModelPieces pieces;

  @BeforeAll
  static void load() throws IOException {
    pieces = ModelPieces.of("tiny", BaseModels.resolve("random:tiny", Optional.empty(), 1));
  }

  private static List<Finding> run(Check check, CorpusPart... parts) {
    return check.findings(List.of(parts), pieces);
  }

  private static Finding one(Check check, CorpusPart... parts) {
    assertEquals(List.of(), run(check, CLEAN), "findings in data that are clean");
    List<Finding> findings = run(check, parts);
    assertEquals(1, findings.size(), findings::toString);
    return findings.get(0);
  }

  private static void assertFound(
      Finding finding, Severity severity, long count, String message, String... examples) {
    assertEquals(severity, finding.severity(), finding::toString);
    assertEquals(count, finding.count(), finding::toString);
    assertTrue(finding.message().contains(message), finding::toString);
    assertEquals(List.of(examples), finding.examples());
  }

  @Test
  void entitiesOfTagColumnsThatAreNotReadAreChanges() {
    CorpusPart nested = Parts.columns("train", "Bayern/B-ORG/B-LOC Bonn/I-ORG/O wins/O/O");
    Finding found = one(new UnreadCheck(), nested);
    assertEquals(Severity.WARNING, found.severity());
    assertEquals(
        "1 annotation in train not read as annotated: 1 entities left out: in tag column 3, which"
            + " --tag-column 3 reads instead",
        found.message());
  }

  @Test
  void badLinesAreErrorsWithTheirPlaces() {
    Finding found = one(new UnreadCheck(), Parts.of("train", "a <START:x> b <END> c", "d <END> e"));
    assertFound(
        found,
        Severity.ERROR,
        1,
        "1 bad line in train: 1 sentence could not be read",
        found.examples().get(0));
    assertTrue(found.examples().get(0).contains(":2: expected <START:type>"), found::toString);
  }

  @Test
  void illegalTagsAreCounted() {
    Finding found =
        one(new RepairedTagsCheck(), Parts.columns("train", "a/B-X b/I-X c/O d/I-X / e/B-X"));
    assertFound(
        found,
        Severity.WARNING,
        1,
        "1 tag in train cannot follow the one before",
        found.examples().get(0));
    assertTrue(found.examples().get(0).contains(".conll:4: found I-X after O"), found::toString);
  }

  @Test
  void typesThatAreMissingOnOneSideAndPartsWithoutAny() {
    CorpusPart dev = Parts.of("dev", "<START:person> Bo <END> ran to <START:team> Ajax <END> .");
    List<Finding> found = run(new MissingTypesCheck(), CLEAN, dev);
    assertEquals(2, found.size());
    assertFound(found.get(0), Severity.ERROR, 1, "type team in dev but not in train");
    assertFound(found.get(1), Severity.WARNING, 1, "type place not in dev but in train");
    CorpusPart other = Parts.of("dev", "<START:PER> Bo <END> ran to <START:team> Ajax <END> .");
    assertEquals(
        "they can never be found; rename or drop them with --map PER=person,team=",
        run(new MissingTypesCheck(), CLEAN, other).get(0).advice());
    CorpusPart empty = Parts.columns("dev", "a/O b/O / c/O d/O");
    assertFound(
        run(new MissingTypesCheck(), CLEAN, empty).get(0),
        Severity.ERROR,
        2,
        "there is no entity in dev");
    assertEquals(List.of(), run(new MissingTypesCheck(), CLEAN, CLEAN));
  }

  @Test
  void wordsThatTheVocabularySpellsOut() {
    String german =
        "Der <START:org> Bundesverfassungsgerichtshof <END> verhandelte ueber"
            + " Rechtsanwaltsgebuehren und Gerichtskostenvorschuesse , deren Hoehe"
            + " Bezirksrevisoren beanstandeten ; Prozessbevollmaechtigte widersprachen"
            + " Kostenfestsetzungsbeschluessen fristgerecht , Landgerichtspraesidenten"
            + " schwiegen , Zeugenvernehmungen unterblieben , Schriftsatzfristen verstrichen .";
    Finding found = one(new SplitWordsCheck(), Parts.of("train", german));
    assertEquals(Severity.WARNING, found.severity());
    assertTrue(
        found.message().startsWith("the vocabulary of tiny knows ")
            && found
                .message()
                .endsWith(" of the words of train as one piece; it spells out the rest"),
        found::toString);
    String known =
        "It was not the first time that they were in London for a week with all of them .";
    assertEquals(List.of(), run(new SplitWordsCheck(), Parts.of("train", known, known)));
  }

  @Test
  void beforeTrainingOnlyWhatSpoilsItIsTold() {
    List<CorpusPart> same =
        List.of(CLEAN, new CorpusPart("dev", CLEAN.sentences(), CLEAN.statistics()));
    List<Finding> findings = CorpusInspection.beforeTraining(same, pieces);
    assertEquals(List.of("shared-sentences"), findings.stream().map(Finding::check).toList());
    assertEquals(
        "give other data for one of them, or have ner split part one file in two",
        findings.get(0).advice());
    assertEquals(List.of(), CorpusInspection.beforeTraining(List.of(CLEAN), pieces));
  }

  @Test
  void typesWithFewEntities() {
    String[] many =
        IntStream.range(0, FewEntitiesCheck.LEARN)
            .mapToObj(i -> "<START:person> P" + i + " <END> ran")
            .toArray(String[]::new);
    CorpusPart enough = Parts.of("train", many);
    assertEquals(List.of(), run(new FewEntitiesCheck(), enough));
    many[0] = "<START:place> Q <END> is far";
    assertFound(
        run(new FewEntitiesCheck(), Parts.of("train", many)).get(0),
        Severity.WARNING,
        2,
        "2 types with less than 50 entities in train: person 49, place 1");
    assertFound(
        run(
                new FewEntitiesCheck(),
                enough,
                Parts.of("dev", "<START:person> A <END>", "<START:place> B <END>"))
            .get(0),
        Severity.NOTE,
        2,
        "2 types with less than 30 entities");
  }

  @Test
  void sentencesSharedByPartsAreWorseTheMoreThereAre() {
    CorpusPart train =
        Parts.of("train", "<START:x> A <END> is one", "On day 12 it was", "not again");
    CorpusPart dev =
        Parts.of("dev", "<START:x> A <END> is one", "on day 17 it was", "something else");
    assertFound(
        one(new LeakCheck(), train, dev),
        Severity.ERROR,
        1,
        "1 sentence of dev (33.3 %) that train has word for word, and 1 but for case",
        "dev 1: [x: A] is one");
    CorpusPart large =
        Parts.of(
            "dev",
            Stream.concat(
                    Stream.of("<START:x> A <END> is one"),
                    IntStream.range(0, 200).mapToObj(i -> "word other" + i + " here"))
                .toArray(String[]::new));
    assertEquals(Severity.NOTE, one(new LeakCheck(), train, large).severity());
  }

  @Test
  void repeatedSentencesMostFrequentFirst() {
    CorpusPart part =
        Parts.of("train", "b c", "<START:x> A <END> d", "b c", "<START:x> A <END> d", "b c", "e");
    assertFound(
        one(new RepeatedSentencesCheck(), part),
        Severity.WARNING,
        3,
        "3 sentences of train (50.0 %) repeat an earlier one",
        "3 times, first train 1: b c",
        "2 times, first train 2: [x: A] d");
  }

  @Test
  void sameWordsWithOtherEntities() {
    CorpusPart train = Parts.of("train", "<START:x> A <END> d", "b <START:x> c <END>");
    CorpusPart dev = Parts.of("dev", "<START:y> A <END> d", "b <START:x> c <END>");
    assertFound(
        one(new ConflictingSentencesCheck(), train, dev),
        Severity.WARNING,
        1,
        "1 text is annotated in more than one way",
        "train 1: [x: A] d / dev 1: [y: A] d");
  }

  @Test
  void sameSurfaceWithOtherTypes() {
    CorpusPart train =
        Parts.of(
            "train",
            "<START:x> A B <END> d",
            "see <START:x> A B <END>",
            "not <START:y> A B <END>",
            "<START:y> C <END> too");
    assertFound(
        one(new ConflictingTypesCheck(), train),
        Severity.WARNING,
        1,
        "1 surface has entities of different types; not of their surface's usual type: 1 entity (25.0 %)",
        "A B: x 2, y 1; train 3: not [y: A B]");
  }

  @Test
  void surfacesThatAreUsuallyLabelledAndSomewhereNot() {
    CorpusPart train =
        Parts.of(
            "train",
            "<START:x> A B <END> d",
            "see <START:x> A B <END>",
            "not <START:x> A B <END>",
            "but A B is not",
            "<START:y> all A B here <END>",
            "<START:x> May <END> and May and May and May and May",
            "<START:x> C <END> C");
    assertFound(
        one(new UnlabelledSurfacesCheck(), train),
        Severity.WARNING,
        1,
        "1 surface that usually is an entity is unlabelled in 1 place",
        "A B: x 3, unlabelled 1; train 4: but A B is not");
  }

  @Test
  void typesOfNearlyTheSameName() {
    CorpusPart train = Parts.of("train", "<START:PER> A <END>", "<START:per> B <END>");
    Finding found = one(new TypeNamesCheck(), train);
    assertFound(found, Severity.WARNING, 2, "types PER, per differ only in case");
    assertTrue(found.advice().contains("--map per=PER"), found::toString);
  }

  @Test
  void entitiesWithPunctuationAtTheirEdges() {
    CorpusPart train =
        Parts.of(
            "train", "x <START:x> A , <END> y", "<START:x> , <END> z", "<START:x> a , b <END>");
    List<Finding> found = run(new EdgesCheck(), train);
    assertEquals(List.of(), run(new EdgesCheck(), CLEAN));
    assertEquals(2, found.size());
    assertFound(
        found.get(0),
        Severity.WARNING,
        1,
        "1 entity is nothing but",
        ",: 1 time; train 2: [x: ,] z");
    assertFound(
        found.get(1),
        Severity.NOTE,
        1,
        "1 entity begins or ends with",
        "A ,: 1 time; train 1: x [x: A ,] y");
  }

  @Test
  void documentsThatAreNotMarked() {
    String[] lines = IntStream.range(0, 100).mapToObj(i -> "w" + i).toArray(String[]::new);
    assertFound(
        one(new DocumentsCheck(), Parts.of("train", lines)),
        Severity.NOTE,
        1,
        "no documents are marked in train");
    lines[50] = "";
    assertEquals(List.of(), run(new DocumentsCheck(), Parts.of("train", lines)));
  }

  @Test
  void longEntities() {
    String words = "w ".repeat(LongEntitiesCheck.WORDS);
    CorpusPart train =
        Parts.of("train", "<START:x> " + words + "<END>", "<START:x> " + words + "w <END>");
    Finding found = one(new LongEntitiesCheck(), train);
    assertEquals(1, found.count());
    assertTrue(found.examples().get(0).startsWith("13 words, train 2:"), found::toString);
  }

  @Test
  void dataWithoutOrWithHardlyAnyNegatives() {
    String[] lines =
        IntStream.range(0, 150).mapToObj(i -> "<START:x> A" + i + " <END>").toArray(String[]::new);
    assertFound(
        one(new NegativesCheck(), Parts.of("train", lines)),
        Severity.WARNING,
        150,
        "every sentence of train has an entity");
    for (int i = 1; i < lines.length; i++) {
      lines[i] = "B" + i;
    }
    assertFound(
        one(new NegativesCheck(), Parts.of("train", lines)),
        Severity.WARNING,
        1,
        "only 1 sentence of train (0.7 %) with an entity");
    lines[1] = "<START:x> C <END>";
    assertEquals(List.of(), run(new NegativesCheck(), Parts.of("train", lines)));
  }

  @Test
  void sentencesThatDoNotFitAWindow() {
    CorpusPart train = Parts.of("train", "<START:x> A <END>", "the ".repeat(511));
    Finding found = one(new LongSentencesCheck(), train);
    assertEquals(Severity.WARNING, found.severity());
    assertTrue(
        found
            .message()
            .startsWith(
                "1 sentence of train (50.0 %) longer than a window of 510 pieces: 2 windows"),
        found::toString);
    assertEquals(List.of(), run(new LongSentencesCheck(), Parts.of("train", "the ".repeat(510))));
  }

  @Test
  void charactersThatTheVocabularyCannotHold() {
    CorpusPart train =
        Parts.of("train", "<START:x> A <END> \u262d\u262d and \u262d or x\u4e00", "b");
    assertFound(
        one(new UnknownCharactersCheck(), train),
        Severity.WARNING,
        3,
        "3 words (42.9 %) with 2 characters",
        "U+262D \u262d HAMMER AND SICKLE: 3 times; train 1: [x: A] \u262d\u262d and \u262d or x\u4e00",
        "U+4E00 \u4e00 CJK UNIFIED IDEOGRAPHS 4E00: 1 time; train 1: ... \u262d\u262d and \u262d or x\u4e00");
  }

  @Test
  void wordsOfWhichNothingIsLeft() {
    Finding found = one(new EmptyWordsCheck(), Parts.of("train", "<START:x> A <END> \u200b b"));
    assertEquals(1, found.count());
    assertTrue(
        found.examples().get(0).startsWith("U+200B ZERO WIDTH SPACE: 1 time"), found::toString);
  }

  @Test
  void damagedText() {
    Finding found =
        one(
            new DamagedTextCheck(),
            Parts.of("train", "<START:x> Z\u00c3\u00bcrich <END> caf\ufffd A\u00e9o", "S\u00c3O"));
    assertEquals(2, found.count());
    assertTrue(found.examples().get(0).startsWith("U+FFFD"), found::toString);
    assertTrue(found.examples().get(1).startsWith("UTF-8 taken for Latin-1"), found::toString);
  }

  @Test
  void caseOfDataAndVocabulary() {
    CorpusPart lower = Parts.of("dev", "<START:x> ada <END> wrote");
    assertFound(
        one(new CaseCheck(), CLEAN, lower),
        Severity.WARNING,
        1,
        "dev is in lower case, the other parts are not");
    assertFound(one(new CaseCheck(), lower), Severity.NOTE, 1, "the vocabulary tells case apart");
  }
}
