package io.github.albertner.report;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.albertner.evaluate.MatchCounts;
import java.util.SortedMap;
import java.util.TreeMap;

/** Lines of metrics.jsonl, both ways. What is no finite number is null. */
final class MetricsJson {
  static final String EVENT = "event";
  static final String STEP = "step";
  static final String EPOCH = "epoch";
  static final String EVALUATION = "evaluation";
  static final String END = "end";

  private MetricsJson() {}

  static JsonObject of(StepMetrics metrics) {
    JsonObject line = line(STEP);
    line.addProperty("step", metrics.step());
    line.addProperty("epoch", metrics.epoch());
    line.add("loss", number(metrics.loss()));
    line.add("learningRate", number(metrics.learningRate()));
    line.add("gradientNorm", number(metrics.gradientNorm()));
    line.add("seconds", rounded(metrics.seconds()));
    line.add("piecesPerSecond", rounded(metrics.piecesPerSecond()));
    return line;
  }

  static JsonObject of(EpochMetrics metrics) {
    JsonObject line = line(EPOCH);
    line.addProperty("epoch", metrics.epoch());
    line.addProperty("step", metrics.step());
    line.add("trainingLoss", number(metrics.trainingLoss()));
    line.add("validationLoss", number(metrics.validationLoss()));
    line.add("tokenAccuracy", number(metrics.tokenAccuracy()));
    line.add("micro", of(metrics.micro()));
    JsonObject types = new JsonObject();
    metrics.types().forEach((type, counts) -> types.add(type, of(counts)));
    line.add("types", types);
    line.addProperty("best", metrics.best());
    line.add("seconds", rounded(metrics.seconds()));
    return line;
  }

  static JsonObject of(EvaluationMetrics metrics) {
    JsonObject line = line(EVALUATION);
    line.addProperty("step", metrics.step());
    line.add("trainingLoss", number(metrics.trainingLoss()));
    line.add("loss", number(metrics.loss()));
    line.add("accuracy", number(metrics.accuracy()));
    line.add("perplexity", number(Math.exp(metrics.loss())));
    line.addProperty("best", metrics.best());
    line.add("seconds", rounded(metrics.seconds()));
    return line;
  }

  static JsonObject end(String reason, long step, double seconds) {
    JsonObject line = line(END);
    line.addProperty("reason", reason);
    line.addProperty("step", step);
    line.add("seconds", rounded(seconds));
    return line;
  }

  static StepMetrics step(JsonObject line) {
    return new StepMetrics(
        line.get("step").getAsLong(),
        line.get("epoch").getAsInt(),
        number(line, "loss"),
        number(line, "learningRate"),
        number(line, "gradientNorm"),
        number(line, "seconds"),
        number(line, "piecesPerSecond"));
  }

  static EvaluationMetrics evaluation(JsonObject line) {
    return new EvaluationMetrics(
        line.get("step").getAsLong(),
        number(line, "trainingLoss"),
        number(line, "loss"),
        number(line, "accuracy"),
        line.get("best").getAsBoolean(),
        number(line, "seconds"));
  }

  static EpochMetrics epoch(JsonObject line) {
    SortedMap<String, MatchCounts> types = new TreeMap<>();
    line.getAsJsonObject("types")
        .entrySet()
        .forEach(entry -> types.put(entry.getKey(), counts(entry.getValue().getAsJsonObject())));
    return new EpochMetrics(
        line.get("epoch").getAsInt(),
        line.get("step").getAsLong(),
        number(line, "trainingLoss"),
        number(line, "validationLoss"),
        number(line, "tokenAccuracy"),
        types,
        line.get("best").getAsBoolean(),
        number(line, "seconds"));
  }

  private static JsonObject line(String event) {
    JsonObject line = new JsonObject();
    line.addProperty(EVENT, event);
    return line;
  }

  private static JsonObject of(MatchCounts counts) {
    JsonObject json = new JsonObject();
    json.addProperty("precision", counts.precision());
    json.addProperty("recall", counts.recall());
    json.addProperty("f1", counts.f1());
    json.addProperty("gold", counts.gold());
    json.addProperty("predicted", counts.predicted());
    json.addProperty("correct", counts.correct());
    return json;
  }

  private static MatchCounts counts(JsonObject json) {
    return new MatchCounts(
        json.get("gold").getAsLong(),
        json.get("predicted").getAsLong(),
        json.get("correct").getAsLong());
  }

  static JsonElement number(double value) {
    return Double.isFinite(value) ? new JsonPrimitive(value) : JsonNull.INSTANCE;
  }

  private static JsonElement rounded(double value) {
    return number(Double.isFinite(value) ? Math.round(value * 1000) / 1000.0 : value);
  }

  private static double number(JsonObject line, String key) {
    return line.get(key).isJsonNull() ? Double.NaN : line.get(key).getAsDouble();
  }
}
