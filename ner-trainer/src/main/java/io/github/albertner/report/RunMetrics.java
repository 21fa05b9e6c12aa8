package io.github.albertner.report;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A run's metrics.jsonl.
 *
 * @param steps in order
 * @param epochs in order; none in pretraining
 * @param evaluations in order; none but in pretraining
 * @param end why the run ended; empty while it goes on, or if it was killed
 */
public record RunMetrics(
    List<StepMetrics> steps,
    List<EpochMetrics> epochs,
    List<EvaluationMetrics> evaluations,
    Optional<String> end) {

  /** Copies the lists. */
  public RunMetrics {
    steps = List.copyOf(steps);
    epochs = List.copyOf(epochs);
    evaluations = List.copyOf(evaluations);
  }

  /**
   * Reads a file. A last line without a newline is that of a run killed while it wrote, and is left
   * out; events of another name are passed over.
   *
   * @throws IOException if it cannot be read, or a line is none of ours; the message names file and
   *     line
   */
  public static RunMetrics read(Path file) throws IOException {
    List<StepMetrics> steps = new ArrayList<>();
    List<EpochMetrics> epochs = new ArrayList<>();
    List<EvaluationMetrics> evaluations = new ArrayList<>();
    Optional<String> end = Optional.empty();
    List<JsonObject> lines = lines(file);
    for (int i = 0; i < lines.size(); i++) {
      JsonObject line = lines.get(i);
      try {
        switch (line.get(MetricsJson.EVENT).getAsString()) {
          case MetricsJson.STEP -> steps.add(MetricsJson.step(line));
          case MetricsJson.EPOCH -> epochs.add(MetricsJson.epoch(line));
          case MetricsJson.EVALUATION -> evaluations.add(MetricsJson.evaluation(line));
          case MetricsJson.END -> end = Optional.of(line.get("reason").getAsString());
          default -> {}
        }
      } catch (RuntimeException e) {
        throw unreadable(file, i, e);
      }
    }
    return new RunMetrics(steps, epochs, evaluations, end);
  }

  /** The objects of all whole lines. */
  static List<JsonObject> lines(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.UTF_8);
    List<JsonObject> objects = new ArrayList<>();
    List<String> lines = text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      try {
        objects.add(JsonParser.parseString(lines.get(i)).getAsJsonObject());
      } catch (JsonParseException | IllegalStateException e) {
        throw unreadable(file, i, e);
      }
    }
    return objects;
  }

  private static IOException unreadable(Path file, int index, Exception cause) {
    return new IOException(
        "%s:%s: expected an event of a training run: %s"
            .formatted(file, index + 1, cause.getMessage()),
        cause);
  }

  /** Returns the epoch whose weights were kept. */
  public Optional<EpochMetrics> best() {
    return epochs.stream().filter(EpochMetrics::best).reduce((first, second) -> second);
  }
}
