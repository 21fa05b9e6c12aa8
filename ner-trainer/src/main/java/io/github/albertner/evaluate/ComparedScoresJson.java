package io.github.albertner.evaluate;

import com.google.gson.JsonObject;
import java.util.Locale;

/**
 * Writes compared scores as JSON for other programs: the same figures as the table, as fractions of
 * 1 in full precision.
 */
public final class ComparedScoresJson {

  private ComparedScoresJson() {}

  /**
   * Makes an object with {@code baseline} and {@code model} (each as {@link EntityScoresJson}
   * writes them), {@code difference} ({@code micro}, {@code types}: {@code f1}, {@code low}, {@code
   * high}, {@code modelBetter}) and {@code bootstrap} ({@code level}, {@code resamples}, {@code
   * unit}, {@code units}, {@code seed}).
   *
   * @param scores what to write
   * @return a new object
   */
  public static JsonObject of(ComparedScores scores) {
    JsonObject types = new JsonObject();
    scores.types().forEach((type, difference) -> types.add(type, of(difference)));
    JsonObject difference = new JsonObject();
    difference.add("micro", of(scores.micro()));
    difference.add("types", types);
    JsonObject bootstrap = new JsonObject();
    bootstrap.addProperty("level", PairedBootstrap.LEVEL);
    bootstrap.addProperty("resamples", scores.bootstrap().resamples());
    bootstrap.addProperty("unit", scores.unit().name().toLowerCase(Locale.ROOT));
    bootstrap.addProperty("units", scores.units());
    bootstrap.addProperty("seed", scores.bootstrap().seed());
    JsonObject json = new JsonObject();
    json.add("baseline", EntityScoresJson.of(scores.baseline()));
    json.add("model", EntityScoresJson.of(scores.model()));
    json.add("difference", difference);
    json.add("bootstrap", bootstrap);
    return json;
  }

  private static JsonObject of(F1Difference difference) {
    JsonObject json = new JsonObject();
    json.addProperty("f1", difference.difference());
    json.addProperty("low", difference.low());
    json.addProperty("high", difference.high());
    json.addProperty("modelBetter", difference.modelBetter());
    return json;
  }
}
