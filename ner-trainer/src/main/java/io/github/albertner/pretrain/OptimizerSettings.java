package io.github.albertner.pretrain;

import io.github.albertner.settings.Ranges;
import io.github.albertner.settings.SettingsReader;
import io.github.albertner.settings.Texts;
import java.util.Map;

/**
 * What an update does, its rate apart.
 *
 * @param weightDecay AdamW's decay of matrices and embeddings
 * @param maxGradientNorm gradients are scaled down to this global norm
 * @param dropout share of hidden values and attention probabilities dropped at each update
 */
public record OptimizerSettings(double weightDecay, double maxGradientNorm, double dropout) {
  /** Checks the ranges, naming the setting. */
  public OptimizerSettings {
    Ranges.share("weight-decay", weightDecay);
    Ranges.check("max-gradient-norm", maxGradientNorm, maxGradientNorm > 0, "above 0");
    Ranges.share("dropout", dropout);
  }

  static OptimizerSettings of(SettingsReader reader) {
    return new OptimizerSettings(
        reader.decimal("weight-decay"),
        reader.decimal("max-gradient-norm"),
        reader.decimal("dropout"));
  }

  void addTo(Map<String, String> map) {
    map.put("weight-decay", Texts.number(weightDecay));
    map.put("max-gradient-norm", Texts.number(maxGradientNorm));
    map.put("dropout", Texts.number(dropout));
  }
}
