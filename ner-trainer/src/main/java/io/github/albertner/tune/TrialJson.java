package io.github.albertner.tune;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A trial as a line of JSON. */
final class TrialJson {
  private TrialJson() {}

  static String write(Trial trial) {
    JsonObject json = new JsonObject();
    json.addProperty("trial", trial.number());
    json.addProperty("status", trial.status().toString());
    if (!trial.message().isEmpty()) {
      json.addProperty("message", trial.message());
    }
    JsonObject settings = new JsonObject();
    trial.settings().forEach(settings::addProperty);
    json.add("settings", settings);
    trial.best().ifPresent(best -> addNumber(json, "f1", best.f1()));
    json.addProperty("planned_epochs", trial.plannedEpochs());
    json.addProperty("seconds", trial.seconds());
    JsonArray epochs = new JsonArray();
    trial.epochs().forEach(epoch -> epochs.add(write(epoch)));
    json.add("epochs", epochs);
    return json.toString();
  }

  private static JsonObject write(TrialEpoch epoch) {
    JsonObject json = new JsonObject();
    json.addProperty("epoch", epoch.epoch());
    json.addProperty("share", epoch.share());
    addNumber(json, "training_loss", epoch.trainingLoss());
    addNumber(json, "validation_loss", epoch.validationLoss());
    addNumber(json, "f1", epoch.f1());
    return json;
  }

  /** JSON has no infinities and no NaN; these become null. */
  private static void addNumber(JsonObject json, String name, double value) {
    json.addProperty(name, Double.isFinite(value) ? value : null);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws JsonParseException if it is something else
   */
  static Trial read(String line) {
    try {
      JsonObject json = JsonParser.parseString(line).getAsJsonObject();
      Map<String, String> settings = new LinkedHashMap<>();
      json.getAsJsonObject("settings")
          .entrySet()
          .forEach(entry -> settings.put(entry.getKey(), entry.getValue().getAsString()));
      List<TrialEpoch> epochs = new ArrayList<>();
      json.getAsJsonArray("epochs").forEach(epoch -> epochs.add(epoch(epoch.getAsJsonObject())));
      return new Trial(
          json.get("trial").getAsInt(),
          settings,
          TrialStatus.valueOf(json.get("status").getAsString().toUpperCase(Locale.ROOT)),
          json.has("message") ? json.get("message").getAsString() : "",
          json.get("planned_epochs").getAsInt(),
          epochs,
          json.get("seconds").getAsDouble());
    } catch (IllegalStateException
        | IllegalArgumentException
        | NullPointerException
        | ClassCastException
        | UnsupportedOperationException e) {
      throw new JsonParseException("expected a trial, found " + e.getMessage(), e);
    }
  }

  private static TrialEpoch epoch(JsonObject json) {
    return new TrialEpoch(
        json.get("epoch").getAsInt(),
        json.get("share").getAsDouble(),
        number(json.get("training_loss")),
        number(json.get("validation_loss")),
        number(json.get("f1")));
  }

  private static double number(JsonElement element) {
    return element.isJsonNull() ? Double.NaN : element.getAsDouble();
  }
}
