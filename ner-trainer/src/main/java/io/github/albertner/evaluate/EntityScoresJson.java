package io.github.albertner.evaluate;

import com.google.gson.JsonObject;

/**
 * Writes scores as JSON for other programs: the same figures as the table, as fractions of 1 in
 * full precision.
 */
public final class EntityScoresJson {

  private EntityScoresJson() {}

  /**
   * Makes an object with {@code rules}, {@code sentences}, {@code words}, {@code entities} ({@code
   * micro}, {@code macro}, {@code types}) and {@code tokens} ({@code accuracy}, {@code micro}).
   *
   * @param scores what to write
   * @return a new object
   */
  public static JsonObject of(EntityScores scores) {
    JsonObject types = new JsonObject();
    scores.types().forEach((type, counts) -> types.add(type, matches(counts)));
    JsonObject entities = new JsonObject();
    entities.add("micro", matches(scores.micro()));
    entities.add(
        "macro", measures(scores.macroPrecision(), scores.macroRecall(), scores.macroF1()));
    entities.add("types", types);
    JsonObject tokens = new JsonObject();
    tokens.addProperty("accuracy", scores.tokenAccuracy());
    tokens.add("micro", matches(scores.tags()));
    JsonObject json = new JsonObject();
    json.addProperty("rules", EntityEvaluator.RULES.strip().replace('\n', ' '));
    json.addProperty("sentences", scores.sentences());
    json.addProperty("words", scores.words());
    json.add("entities", entities);
    json.add("tokens", tokens);
    return json;
  }

  private static JsonObject matches(MatchCounts counts) {
    JsonObject json = measures(counts.precision(), counts.recall(), counts.f1());
    json.addProperty("gold", counts.gold());
    json.addProperty("predicted", counts.predicted());
    json.addProperty("correct", counts.correct());
    return json;
  }

  private static JsonObject measures(double precision, double recall, double f1) {
    JsonObject json = new JsonObject();
    json.addProperty("precision", precision);
    json.addProperty("recall", recall);
    json.addProperty("f1", f1);
    return json;
  }
}
