package io.github.albertner.cas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.corpus.CorpusFormatException;
import io.github.albertner.evaluate.EntityEvaluator;
import io.github.albertner.evaluate.MatchCounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a pipeline found beside what is right: compared by characters, whatever its tokens. */
class CasPredictionsTest {
  private static final String TEXT = "New York rocks. Ada left. \n aside";

  @TempDir private Path folder;
  private Path gold;
  private Path found;

  @BeforeEach
  void gold() throws IOException {
    gold = Files.createDirectory(folder.resolve("gold"));
    found = Files.createDirectory(folder.resolve("found"));
    goldFixture().save(gold.resolve("a.xmi"));
  }

  private static CasFixture goldFixture() {
    return CasFixture.of(CasFixture.DKPRO, TEXT)
        .sentences("New York rocks.", "Ada left.")
        .tokens("New", "York", "rocks", ".", "Ada", "left", ".")
        .entity("New York", "LOC")
        .entity("Ada", "PER");
  }

  private static CasFixture predictions() {
    return CasFixture.of(CasFixture.DKPRO, TEXT);
  }

  private CasPredictions read(CasFixture predicted) throws IOException {
    predicted.save(found.resolve("a.xmi"));
    return CasPredictions.read(
        List.of(gold), CasOptions.DEFAULTS, List.of(found), CasOptions.DEFAULTS);
  }

  private static MatchCounts score(CasPredictions pair) {
    EntityEvaluator evaluator = new EntityEvaluator();
    for (int i = 0; i < pair.gold().sentences().size(); i++) {
      var right = pair.gold().sentences().get(i);
      var other = pair.predicted().sentences().get(i);
      assertEquals(right.words(), other.words());
      evaluator.add(right.entities(), other.entities(), right.words().size());
    }
    return evaluator.scores().micro();
  }

  @Test
  void theSameEntitiesAreAllRightWhateverTheTokens() throws IOException {
    CasPredictions pair =
        read(predictions().tokens("New York").entity("New York ", "LOC").entity("Ada", "PER"));
    assertEquals(new MatchCounts(2, 2, 2), score(pair));
    assertEquals(
        List.of("[LOC New York] rocks .", "[PER Ada] left ."), CasFixture.show(pair.gold()));
  }

  @Test
  void otherBordersAndLabelsAreWrong() throws IOException {
    CasPredictions pair = read(predictions().entity("New Yor", "LOC").entity("Ada", "LOC"));
    assertEquals(new MatchCounts(2, 2, 0), score(pair));
    assertEquals(
        List.of("[LOC New Yor k] rocks .", "[PER Ada] left ."), CasFixture.show(pair.gold()));
    assertEquals(
        List.of("[LOC New Yor] k rocks .", "[LOC Ada] left ."), CasFixture.show(pair.predicted()));
  }

  @Test
  void predictionsAcrossOrOutsideSentencesAreWrongAndHurtNoOthers() throws IOException {
    CasPredictions pair =
        read(predictions().entity("New York", "LOC").entity(9, 19, "X").entity("aside", "X"));
    assertEquals(new MatchCounts(2, 3, 1), score(pair));
    assertEquals(
        List.of("[LOC New York] [X rocks . Ada] left .", "[X aside]"),
        CasFixture.show(pair.predicted()));
  }

  @Test
  void nothingFoundIsNothingRight() throws IOException {
    assertEquals(new MatchCounts(2, 0, 0), score(read(predictions())));
  }

  @Test
  void predictionsThatOverlapAreReported() {
    String refusal =
        assertThrows(
                CorpusFormatException.class,
                () -> read(predictions().entity("New York", "LOC").entity("York", "LOC")))
            .getMessage();
    assertTrue(refusal.contains("found") && refusal.contains("which overlaps"), refusal);
  }

  @Test
  void sentencesThatAreBadInGoldAreLeftOutOnBothSides() throws IOException {
    goldFixture().entity("ocks", "X").save(gold.resolve("a.xmi"));
    predictions().entity("New York", "LOC").entity("Ada", "PER").save(found.resolve("a.xmi"));
    CasOptions skipping =
        new CasOptions(
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            true);
    CasPredictions pair = CasPredictions.read(List.of(gold), skipping, List.of(found), skipping);
    assertEquals(new MatchCounts(1, 1, 1), score(pair));
    assertEquals(1, pair.gold().statistics().skippedSentences());
  }

  @Test
  void textsMustBeTheSame() {
    String refusal =
        assertThrows(
                CorpusFormatException.class,
                () -> read(CasFixture.of(CasFixture.DKPRO, TEXT.replace("Ada", "Bob"))))
            .getMessage();
    assertTrue(refusal.contains("another one from character 16 on: 'Bob left"), refusal);
  }

  @Test
  void filesAreMatchedByName() throws IOException {
    goldFixture().save(gold.resolve("b.xmi"));
    CasFixture.of(CasFixture.DKPRO, "else").save(found.resolve("c.xmi"));
    String missing =
        assertThrows(NoSuchFileException.class, () -> read(predictions())).getMessage();
    assertTrue(missing.contains("b.xmi: no prediction for this file"), missing);
    predictions()
        .entity("Ada", "PER")
        .save(found.resolve("b.bcas"), org.apache.uima.cas.SerialFormat.COMPRESSED_FILTERED);
    CasPredictions pair = read(predictions().entity("Ada", "PER"));
    assertEquals(new MatchCounts(4, 2, 2), score(pair));
  }
}
