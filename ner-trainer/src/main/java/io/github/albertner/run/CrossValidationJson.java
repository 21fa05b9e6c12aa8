package io.github.albertner.run;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.albertner.evaluate.EvaluationJson;
import io.github.albertner.evaluate.ModeScores;
import io.github.albertner.evaluate.ScoringMode;

/** Writes a cross-validation as JSON for other programs, as fractions of 1 in full precision. */
public final class CrossValidationJson {

  private CrossValidationJson() {}

  /**
   * Makes an object with {@code planned}, the number of folds; {@code folds}: {@code fold}, {@code
   * training}, {@code development}, {@code test}, {@code epoch}, {@code developmentF1}, {@code
   * evaluation}; {@code overFolds}, by mode {@code microF1} and {@code macroF1} with {@code mean}
   * and {@code deviation}; and {@code pooled}, the evaluation of all sentences together.
   * Evaluations are as {@link EvaluationJson} writes them.
   *
   * @param result of at least one fold
   * @return a new object
   */
  public static JsonObject of(CrossValidationResult result) {
    JsonArray folds = new JsonArray();
    for (FoldResult fold : result.folds()) {
      JsonObject json = new JsonObject();
      json.addProperty("fold", fold.fold());
      json.addProperty("training", fold.training());
      json.addProperty("development", fold.development());
      json.addProperty("test", fold.test());
      json.addProperty("epoch", fold.best().epoch());
      json.addProperty("developmentF1", fold.best().scores().micro().f1());
      json.add("evaluation", EvaluationJson.of(fold.evaluation()));
      folds.add(json);
    }
    JsonObject overFolds = new JsonObject();
    for (ScoringMode mode : ScoringMode.values()) {
      JsonObject json = new JsonObject();
      json.add("microF1", of(result.microF1(mode)));
      json.add("macroF1", of(result.over(mode, ModeScores::macroF1)));
      overFolds.add(mode.toString(), json);
    }
    JsonObject json = new JsonObject();
    json.addProperty("planned", result.planned());
    json.add("folds", folds);
    json.add("overFolds", overFolds);
    json.add("pooled", EvaluationJson.of(result.pooled()));
    return json;
  }

  private static JsonObject of(Spread spread) {
    JsonObject json = new JsonObject();
    json.addProperty("mean", spread.mean());
    json.addProperty("deviation", spread.deviation());
    return json;
  }
}
