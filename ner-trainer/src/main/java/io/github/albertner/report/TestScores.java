package io.github.albertner.report;

import io.github.albertner.evaluate.Evaluation;
import io.github.albertner.evaluate.MatchCounts;
import io.github.albertner.evaluate.ModeScores;
import io.github.albertner.evaluate.ScoringMode;
import io.github.albertner.modelpackage.ModelManifest;
import io.github.albertner.modelpackage.ModelPackage;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Scores on data that a model was not trained beside, for its package to tell.
 *
 * @param data file names with their SHA-256
 * @param table the scores as {@code ner evaluate} prints them
 * @param evaluation the scores
 */
public record TestScores(String data, String table, Evaluation evaluation) {
  private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

  /**
   * Returns what makes them no test scores, for people.
   *
   * @param model which was scored
   * @return empty if the data are not known to have had a part in its training
   */
  public Optional<String> warning(ModelPackage model) {
    Map<String, String> provenance = model.manifest().provenance();
    if (isAmong(provenance.getOrDefault("data.train", ""))) {
      return Optional.of("careful: the model learned from these data; they do not test it");
    }
    return isAmong(provenance.getOrDefault("data.dev", ""))
        ? Optional.of("careful: these data chose the model's epoch; scores on them flatter it")
        : Optional.empty();
  }

  private boolean isAmong(String files) {
    return DIGEST.matcher(data).results().anyMatch(digest -> files.contains(digest.group()));
  }

  /**
   * Returns a package that says so in its card, its metrics and its provenance, in place of what it
   * said of other test data. Scores for own tokens, those of raw text, and scores for given ones
   * stand beside each other.
   */
  public ModelPackage addTo(ModelPackage model) {
    boolean raw = evaluation.tokens().isRawText();
    String name = raw ? "raw" : "test";
    String prefix = name + ".";
    ModelManifest before = model.manifest();
    Map<String, String> provenance = new TreeMap<>(before.provenance());
    provenance.put("data." + name, data);
    Map<String, Double> metrics = new TreeMap<>(before.metrics());
    metrics.keySet().removeIf(metric -> metric.startsWith(prefix));
    MatchCounts micro = evaluation.strict().micro();
    metrics.put(prefix + "precision", micro.precision());
    metrics.put(prefix + "recall", micro.recall());
    metrics.put(prefix + "f1", micro.f1());
    ModeScores strict = evaluation.in(ScoringMode.STRICT);
    strict
        .intervals()
        .ifPresent(
            intervals -> {
              metrics.put(prefix + "f1.low", intervals.micro().low());
              metrics.put(prefix + "f1.high", intervals.micro().high());
            });
    ModelManifest manifest = before.withScores(metrics, provenance);
    return model.describedAs(
        manifest,
        ModelCard.withTestScores(
            model.card(),
            raw,
            data,
            table + warning(model).map(text -> "\n" + text + "\n").orElse(""),
            evaluation.strict().types()));
  }
}
