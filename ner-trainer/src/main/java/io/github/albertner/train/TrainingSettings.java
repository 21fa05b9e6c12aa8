package io.github.albertner.train;

import io.github.albertner.network.Precision;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * Everything that decides the outcome of a training run, data and start apart.
 *
 * @param epochs passes over the training sentences
 * @param batchSize sentences that one update learns from (a sentence longer than the network's
 *     window counts once for each window)
 * @param accumulation parts that a batch is cut into, one after the other, to save memory; their
 *     gradients are added up
 * @param learningRate highest learning rate, reached after warm-up, then falling linearly to 0
 * @param warmup share of all updates during which the rate rises from 0
 * @param weightDecay AdamW's decay of matrices and embeddings
 * @param maxGradientNorm gradients are scaled down to this global norm
 * @param dropout share of hidden values and attention probabilities dropped at each step, before
 *     the classifier too; empty for the three rates of the base model's configuration
 * @param wordDropout share of words hidden from the network at each step
 * @param precision number format of the network's products
 * @param threads processor threads
 * @param seed of the order of sentences, of dropout and of hidden words
 */
public record TrainingSettings(
    int epochs,
    int batchSize,
    int accumulation,
    double learningRate,
    double warmup,
    double weightDecay,
    double maxGradientNorm,
    OptionalDouble dropout,
    double wordDropout,
    Precision precision,
    int threads,
    long seed) {

  /** Value of a setting that leaves the choice to the base model's configuration. */
  private static final String BASE_MODELS_OWN = "config";

  /** Checks the ranges, naming the setting. */
  public TrainingSettings {
    atLeastOne("epochs", epochs);
    atLeastOne("batch-size", batchSize);
    atLeastOne("accumulation", accumulation);
    atLeastOne("threads", threads);
    if (accumulation > batchSize) {
      throw new IllegalArgumentException(
          "accumulation is %d; expected at most the batch size, %d"
              .formatted(accumulation, batchSize));
    }
    range("learning-rate", learningRate, learningRate > 0 && learningRate < 1, "above 0, below 1");
    range("warmup", warmup, warmup >= 0 && warmup < 1, "0 to less than 1");
    range("weight-decay", weightDecay, weightDecay >= 0 && weightDecay < 1, "0 to less than 1");
    range("max-gradient-norm", maxGradientNorm, maxGradientNorm > 0, "above 0");
    dropout.ifPresent(
        share -> range("dropout", share, share >= 0 && share < 1, "0 to less than 1"));
    range("word-dropout", wordDropout, wordDropout >= 0 && wordDropout < 1, "0 to less than 1");
    Objects.requireNonNull(precision, "precision");
  }

  /**
   * Returns the settings that a map describes, all of them.
   *
   * @param values by the names that the command line gives the settings
   * @throws IllegalArgumentException if a name is unknown or missing, or a value is not of its kind
   *     or out of range; the message names the setting
   */
  public static TrainingSettings of(Map<String, String> values) {
    SettingsReader reader = new SettingsReader(values);
    TrainingSettings settings =
        new TrainingSettings(
            reader.integer("epochs"),
            reader.integer("batch-size"),
            reader.integer("accumulation"),
            reader.decimal("learning-rate"),
            reader.decimal("warmup"),
            reader.decimal("weight-decay"),
            reader.decimal("max-gradient-norm"),
            reader.decimalUnless("dropout", BASE_MODELS_OWN),
            reader.decimal("word-dropout"),
            reader.choice("precision", Precision.class),
            reader.integer("threads"),
            reader.whole("seed"));
    reader.refuseUnread();
    return settings;
  }

  /** Returns the settings by the names that the command line gives them, for the package. */
  public Map<String, String> toMap() {
    Map<String, String> map = new LinkedHashMap<>();
    map.put("epochs", Integer.toString(epochs));
    map.put("batch-size", Integer.toString(batchSize));
    map.put("accumulation", Integer.toString(accumulation));
    map.put("learning-rate", Double.toString(learningRate));
    map.put("warmup", Double.toString(warmup));
    map.put("weight-decay", Double.toString(weightDecay));
    map.put("max-gradient-norm", Double.toString(maxGradientNorm));
    map.put(
        "dropout", dropout.isPresent() ? Double.toString(dropout.getAsDouble()) : BASE_MODELS_OWN);
    map.put("word-dropout", Double.toString(wordDropout));
    map.put("precision", precision.name().toLowerCase(Locale.ROOT));
    map.put("threads", Integer.toString(threads));
    map.put("seed", Long.toString(seed));
    return map;
  }

  private static void atLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " is " + value + "; expected at least 1");
    }
  }

  private static void range(String name, double value, boolean fits, String expected) {
    if (!fits) {
      throw new IllegalArgumentException(name + " is " + value + "; expected " + expected);
    }
  }
}
