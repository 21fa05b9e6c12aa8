package io.github.albertner.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EvaluationOutputTest {
  private static final List<TaggedFile.Sentence> SENTENCES = TaggedFile.read("bio.conll");
  private static final EvaluationOptions OPTIONS =
      EvaluationOptions.DEFAULTS.withBootstrap(new Bootstrap(200, 1));

  private final Evaluation evaluation = TaggedFile.evaluation(SENTENCES, OPTIONS);

  @Test
  void everyTableNamesItsModeAndShowsPercent() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      assertEquals(
          """
          strict: an entity is correct if its first word, its last word and its type are all those of a gold
          entity.

          type      precision    recall        F1      gold predicted   correct
          LOC           66.67     50.00     57.14         8         6         4
          MISC           0.00      0.00      0.00         0         1         0
          ORG          100.00     50.00     66.67         2         1         1
          PER           66.67    100.00     80.00         2         3         2
          micro         63.64     58.33     60.87        12        11         7
          macro         77.78     66.67     67.94

          micro: all entities together; macro: mean over the types in the gold data; 0/0 counts as 0.
          Over 25 words in 6 sentences: token accuracy 80.00, F1 of BIO tags but O 77.42.
          tokens: given by the data
          """,
          EvaluationTable.render(
              TaggedFile.evaluation(SENTENCES, OPTIONS.withoutIntervals()),
              List.of(ScoringMode.STRICT)));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void intervalsStandBesideF1AndSayHowTheyWereMade() {
    String table = EvaluationTable.render(evaluation, List.of(ScoringMode.PARTIAL));
    assertTrue(table.startsWith("partial: boundaries only, whatever the type: 1 for"), table);
    assertTrue(
        table.contains("type      precision    recall        F1     95% interval      gold"),
        table);
    ModeScores.Intervals intervals = evaluation.in(ScoringMode.PARTIAL).intervals().orElseThrow();
    assertTrue(
        table.contains(
            String.format(
                Locale.ROOT,
                " [%6.2f, %6.2f] ",
                100 * intervals.micro().low(),
                100 * intervals.micro().high())),
        table);
    assertTrue(
        table.endsWith("95% intervals of F1: bootstrap, 200 resamples of 6 sentences, seed 1.\n"),
        table);
    assertFalse(table.contains("unseen"), table);
  }

  @Test
  void conllevalsLayoutIsTheScripts() {
    assertEquals(
        """
        processed 25 tokens with 12 phrases; found: 11 phrases; correct: 7.
        accuracy:  80.00%; precision:  63.64%; recall:  58.33%; FB1:  60.87
                      LOC: precision:  66.67%; recall:  50.00%; FB1:  57.14  6
                     MISC: precision:   0.00%; recall:   0.00%; FB1:   0.00  1
                      ORG: precision: 100.00%; recall:  50.00%; FB1:  66.67  1
                      PER: precision:  66.67%; recall: 100.00%; FB1:  80.00  3
        """,
        ConllevalLayout.render(evaluation.conlleval()));
    assertTrue(
        EvaluationTable.render(evaluation, List.of(ScoringMode.CONLLEVAL))
            .contains(ConllevalLayout.render(evaluation.conlleval())));
  }

  @Test
  void jsonHasEveryModeByNameAsFractions() {
    KnownEntities known = KnownEntities.of(TaggedFile.sentences(SENTENCES.subList(0, 2)));
    Evaluation whole = TaggedFile.evaluation(SENTENCES, OPTIONS.withKnown(known));
    JsonObject json = EvaluationJson.of(whole);
    assertEquals(
        Set.of("sentences", "words", "modes", "tokens", "tokenization", "bootstrap"),
        json.keySet());
    assertEquals(6, json.get("sentences").getAsLong());
    assertEquals(25, json.get("words").getAsLong());
    JsonObject modes = json.getAsJsonObject("modes");
    assertEquals(Set.of("strict", "conlleval", "partial", "type"), modes.keySet());
    JsonObject strict = modes.getAsJsonObject("strict");
    assertEquals(
        Set.of("definition", "micro", "macro", "types", "seen", "unseen"), strict.keySet());
    JsonObject micro = strict.getAsJsonObject("micro");
    assertEquals(
        Set.of(
            "precision",
            "recall",
            "f1",
            "f1Low",
            "f1High",
            "gold",
            "predicted",
            "goldCredit",
            "predictedCredit"),
        micro.keySet());
    assertEquals(7.0 / 11, micro.get("precision").getAsDouble());
    ModeScores scores = whole.in(ScoringMode.STRICT);
    assertEquals(scores.intervals().orElseThrow().micro().low(), micro.get("f1Low").getAsDouble());
    assertEquals(scores.macroF1(), strict.getAsJsonObject("macro").get("f1").getAsDouble());
    JsonObject location = strict.getAsJsonObject("types").getAsJsonObject("LOC");
    assertEquals(8, location.get("gold").getAsLong());
    assertEquals(0.5, location.get("recall").getAsDouble());
    assertEquals(
        scores.surfaces().orElseThrow().seen().gold(),
        strict.getAsJsonObject("seen").get("gold").getAsLong());
    assertEquals(0.8, modes.getAsJsonObject("conlleval").get("accuracy").getAsDouble(), 1e-12);
    JsonObject tokens = json.getAsJsonObject("tokens");
    assertEquals(0.8, tokens.get("accuracy").getAsDouble(), 1e-12);
    assertEquals(
        whole.strict().tags().f1(), tokens.getAsJsonObject("micro").get("f1").getAsDouble());
    JsonObject plain =
        EvaluationJson.of(TaggedFile.evaluation(SENTENCES, OPTIONS.withoutIntervals()));
    assertFalse(plain.has("bootstrap"));
    assertFalse(plain.toString().contains("f1Low"));
  }
}
