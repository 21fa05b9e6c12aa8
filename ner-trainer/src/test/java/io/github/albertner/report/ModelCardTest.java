package io.github.albertner.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.evaluate.MatchCounts;
import io.github.albertner.label.LabelSet;
import io.github.albertner.modelpackage.ModelManifest;
import io.github.albertner.train.EpochResult;
import io.github.albertner.train.TrainingStep;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ModelCardTest {
  private static final ModelManifest MANIFEST =
      new ModelManifest(
          1,
          "en",
          Instant.EPOCH,
          Map.of("epochs", "3", "seed", "1"),
          Map.of(),
          Map.of(
              "data.train", "a|b.conll sha256:00ff",
              "machine.processor", "A processor",
              "version.java", "17.0.1"));

  private static final CardNotes NOTES =
      new CardNotes("en", "Finds *things*.", "For trials.", "Apache-2.0", "CC-BY 4.0");

  private static List<EpochMetrics> epochs() {
    return Runs.steps().stream()
        .map(TrainingStep::epochResult)
        .flatMap(Optional<EpochResult>::stream)
        .map(result -> EpochMetrics.of(result, Double.NaN))
        .toList();
  }

  private static String card(CardNotes notes) {
    return ModelCard.render(
        MANIFEST, LabelSet.bioOf(new TreeSet<>(List.of("person", "<place>"))), notes, epochs());
  }

  private static MatchCounts counts() {
    return new MatchCounts(10, 8, 6);
  }

  private static String tested(String card, String scores) {
    return ModelCard.withTestScores(
        card, false, "test.conll", scores, new TreeMap<>(Map.of("person", counts())));
  }

  @Test
  void theCardSaysAllThatIsKnown() {
    String card = card(NOTES);
    for (String said :
        List.of(
            "---\nlanguage: \"en\"\nlicense: apache-2.0\n",
            "pipeline_tag: token-classification\n",
            "\n---\n# Named-entity tagger\n\nFinds *things*.\n",
            "Labels (BIO): O, B-\\<place>, I-\\<place>, B-person, I-person.",
            "## Intended use and limits\n\nFor trials.\n",
            "Model: Apache-2.0\n",
            "Data: CC-BY 4.0\n",
            "| train | a\\|b.conll sha256:00ff |\n",
            "| person | 80.00 | 80.00 | 80.00 | 10 | 10 | 8 |\n",
            "| 2 (packaged) | 4 | 0.5000 | 0.7000 | 81.82 | 75.00 | 78.26 |\n",
            "| 3 | 6 | 0.3333 | 0.8000 |",
            "| seed | 1 |\n",
            "| machine.processor | A processor |\n")) {
      assertTrue(card.contains(said), said + "\n" + card);
    }
    assertFalse(card.contains("| data.train |"), card);
  }

  @Test
  void howMuchOfATextIsSeenAtOnceIsAsInTraining() {
    assertTrue(card(NOTES).contains("in text like theirs, one sentence at a time; expect"));
    ModelManifest context =
        new ModelManifest(
            1, "en", Instant.EPOCH, Map.of("context-pieces", "32"), Map.of(), Map.of());
    String card = ModelCard.render(context, LabelSet.bioOf(List.of("person")), NOTES, epochs());
    assertTrue(card.contains("up to 32 pieces of its document on each side"), card);
    assertFalse(card.contains("one sentence at a time"), card);
  }

  @Test
  void whatIsNotKnownIsSaidToBe() {
    String card = card(CardNotes.of("und", ""));
    assertFalse(card.contains("language:"), card);
    assertFalse(card.contains("license:"), card);
    assertTrue(card.contains("Its maker gave no description."), card);
    assertTrue(card.contains("Model: not stated."), card);
  }

  @Test
  void aLicenceThatIsNoIdentifierHasAName() {
    String card = card(new CardNotes("und", "", "", "For \"friends\" only", ""));
    assertTrue(
        card.startsWith("---\nlicense: other\nlicense_name: \"For \\\"friends\\\" only\"\n"), card);
  }

  @Test
  void scoresOnRawTextStandBesideThoseForGivenTokens() {
    String both =
        ModelCard.withTestScores(
            tested(card(NOTES), "F1 1.00"),
            true,
            "texts.jsonl",
            "F1 0.50",
            new TreeMap<>(Map.of("person", counts())));
    assertTrue(both.contains("## Scores on test data\n\nData: test.conll"), both);
    assertTrue(both.contains("## Scores on raw text\n\nData: texts.jsonl\n\n```\nF1 0.50"), both);
    assertTrue(both.contains("      type: \"test.conll\"\n"), both);
    assertTrue(!both.contains("      type: \"texts.jsonl\"\n"), both);
  }

  @Test
  void testScoresComeBeforeTheDevelopmentScoresAndReplaceEarlierOnes() {
    String plain = card(NOTES);
    String once = tested(plain, "F1 1.00 [0.50, 1.50]");
    assertTrue(
        once.contains(
            """

            ## Scores on test data

            Data: test.conll

            ```
            F1 1.00 [0.50, 1.50]
            ```

            ## Scores on the development data
            """),
        once);
    assertTrue(once.contains("      type: \"test.conll\"\n"), once);
    assertTrue(
        once.contains(
            "    - type: f1\n      name: strict entity f1, micro\n      value: 0.6667\n---\n# "),
        once);
    String twice = tested(once, "F1 2.00");
    assertEquals(tested(plain, "F1 2.00"), twice);
    assertEquals(once, tested(twice, "F1 1.00 [0.50, 1.50]"));
  }

  @Test
  void cardsOfOtherOriginGetTestScoresToo() {
    String card = tested("A card.\n## Scores on test data\n\nold\n\n## More\n\ntext\n", "F1 3.00");
    assertTrue(card.startsWith("---\nmodel-index:\n"), card);
    assertTrue(
        card.endsWith(
            "---\nA card.\n## Scores on test data\n\nData: test.conll\n\n```\nF1 3.00\n```\n\n## More\n\ntext\n"),
        card);
    assertTrue(tested("A card.", "F1 3.00").contains("---\nA card.\n\n## Scores on test data\n"));
    assertTrue(tested("", "F1 3.00").contains("## Scores on test data\n"));
  }

  @Test
  void thereMustBeABestEpoch() {
    assertThrows(
        IllegalArgumentException.class,
        () -> ModelCard.render(MANIFEST, LabelSet.bioOf(List.of("a")), NOTES, List.of()));
  }

  @Test
  void aMachineIsToldByItsKindAlone() {
    assertEquals(
        Optional.of("Some(R) Chip @ 2GHz"),
        Machine.processor("processor\t: 0\nmodel name\t: Some(R) Chip @ 2GHz\n"));
    assertEquals(Optional.empty(), Machine.processor("Hardware : x\n"));
    assertEquals(
        Optional.of("24 GiB"), Machine.memory("MemTotal:       25165824 kB\nMemFree: 1 kB\n"));
    assertTrue(Machine.facts().containsKey("processors"));
  }
}
