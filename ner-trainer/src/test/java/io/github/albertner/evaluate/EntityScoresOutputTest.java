package io.github.albertner.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class EntityScoresOutputTest {

  private final EntityScores scores = TaggedFile.scores(TaggedFile.read("bio.conll"));

  @Test
  void theTableNamesTheRulesAndShowsPercent() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      assertEquals(
          """
          Strict entity scores, as conlleval and OpenNLP's TokenNameFinderEvaluator: an entity is correct
          only if its first word, its last word and its type are all those of a gold entity. micro: all
          entities together; macro: mean over the types in the gold data; 0/0 counts as 0.
          Token scores compare BIO tags: accuracy over all words, token F1 over words tagged other than O.

          type      precision    recall        F1      gold predicted   correct
          LOC           66.67     50.00     57.14         8         6         4
          MISC           0.00      0.00      0.00         0         1         0
          ORG          100.00     50.00     66.67         2         1         1
          PER           66.67    100.00     80.00         2         3         2
          micro         63.64     58.33     60.87        12        11         7
          macro         77.78     66.67     67.94
          tokens        80.00     75.00     77.42        16        15        12
          token accuracy 80.00 over 25 words in 6 sentences
          """,
          EntityScoresTable.render(scores));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void jsonHasTheSameFiguresAsFractions() {
    JsonObject json = EntityScoresJson.of(scores);
    assertEquals(6, json.get("sentences").getAsLong());
    assertEquals(25, json.get("words").getAsLong());
    JsonObject entities = json.getAsJsonObject("entities");
    assertEquals(7.0 / 11, entities.getAsJsonObject("micro").get("precision").getAsDouble());
    assertEquals(scores.macroF1(), entities.getAsJsonObject("macro").get("f1").getAsDouble());
    JsonObject location = entities.getAsJsonObject("types").getAsJsonObject("LOC");
    assertEquals(8, location.get("gold").getAsLong());
    assertEquals(0.5, location.get("recall").getAsDouble());
    JsonObject tokens = json.getAsJsonObject("tokens");
    assertEquals(0.8, tokens.get("accuracy").getAsDouble(), 1e-12);
    assertEquals(scores.tags().f1(), tokens.getAsJsonObject("micro").get("f1").getAsDouble());
  }
}
