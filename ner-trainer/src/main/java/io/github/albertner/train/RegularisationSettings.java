package io.github.albertner.train;

import io.github.albertner.settings.Ranges;
import io.github.albertner.settings.SettingsReader;
import io.github.albertner.settings.Texts;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What keeps a network from learning its training sentences by heart, or from diverging.
 *
 * @param weightDecay AdamW's decay of matrices and embeddings
 * @param maxGradientNorm gradients are scaled down to this global norm
 * @param dropout share of hidden values and attention probabilities dropped at each step, before
 *     the classifier too; empty for the three rates of the base model's configuration
 * @param wordDropout share of words hidden from the network at each step
 */
public record RegularisationSettings(
    double weightDecay, double maxGradientNorm, OptionalDouble dropout, double wordDropout) {

  /** Value of a setting that leaves the choice to the base model's configuration. */
  private static final String BASE_MODELS_OWN = "config";

  /** Checks the ranges, naming the setting. */
  public RegularisationSettings {
    Ranges.share("weight-decay", weightDecay);
    Ranges.check("max-gradient-norm", maxGradientNorm, maxGradientNorm > 0, "above 0");
    dropout.ifPresent(share -> Ranges.share("dropout", share));
    Ranges.share("word-dropout", wordDropout);
  }

  static RegularisationSettings of(SettingsReader reader) {
    return new RegularisationSettings(
        reader.decimal("weight-decay"),
        reader.decimal("max-gradient-norm"),
        reader.decimalUnless("dropout", BASE_MODELS_OWN),
        reader.decimal("word-dropout"));
  }

  void addTo(Map<String, String> map) {
    map.put("weight-decay", Texts.number(weightDecay));
    map.put("max-gradient-norm", Texts.number(maxGradientNorm));
    map.put("dropout", dropout.isPresent() ? Texts.number(dropout.getAsDouble()) : BASE_MODELS_OWN);
    map.put("word-dropout", Texts.number(wordDropout));
  }
}
