package io.github.albertner.train;

import io.github.albertner.settings.Ranges;
import io.github.albertner.settings.SettingsReader;
import io.github.albertner.settings.Texts;
import java.util.Map;

/**
 * What ends a run before its last epoch, or takes only some of the data.
 *
 * @param patience epochs in a row without a better one after which the run ends; 0 for never
 * @param maxSamples training sentences to learn from, drawn by the seed; 0 for all
 * @param maxMinutes of training after which the run ends, those before a resumption included; 0 for
 *     no limit
 */
public record LimitSettings(int patience, int maxSamples, double maxMinutes) {

  /** Nothing is limited. */
  public static final LimitSettings NONE = new LimitSettings(0, 0, 0);

  /** Checks the ranges, naming the setting. */
  public LimitSettings {
    Ranges.atLeast(0, "patience", patience);
    Ranges.atLeast(0, "max-samples", maxSamples);
    Ranges.check("max-minutes", maxMinutes, maxMinutes >= 0 && maxMinutes <= 1e6, "0 to 1,000,000");
  }

  static LimitSettings of(SettingsReader reader) {
    return new LimitSettings(
        reader.integer("patience"), reader.integer("max-samples"), reader.decimal("max-minutes"));
  }

  void addTo(Map<String, String> map) {
    map.put("patience", Integer.toString(patience));
    map.put("max-samples", Integer.toString(maxSamples));
    map.put("max-minutes", Texts.number(maxMinutes));
  }
}
