package io.github.albertner.pretrain;

import io.github.albertner.settings.Ranges;
import io.github.albertner.settings.SettingsReader;
import io.github.albertner.settings.Texts;
import java.util.Map;

/**
 * How long a run is; one of the three says so, and the others are 0.
 *
 * @param steps updates
 * @param epochs passes over the text, counted in pieces
 * @param minutes that the run should take, from its speed at the beginning
 */
public record LengthSettings(int steps, double epochs, double minutes) {
  /** Checks the ranges, naming the setting. */
  public LengthSettings {
    Ranges.atLeast(0, "steps", steps);
    Ranges.check("epochs", epochs, epochs >= 0 && epochs <= 1e6, "0 to 1,000,000");
    Ranges.check("minutes", minutes, minutes >= 0 && minutes <= 1e6, "0 to 1,000,000");
    int given = (steps > 0 ? 1 : 0) + (epochs > 0 ? 1 : 0) + (minutes > 0 ? 1 : 0);
    if (given != 1) {
      throw new IllegalArgumentException(
          "steps is %s, epochs %s and minutes %s; expected one of the three above 0, which says how"
                  .formatted(steps, Texts.number(epochs), Texts.number(minutes))
              + " long the run is");
    }
  }

  static LengthSettings of(SettingsReader reader) {
    return new LengthSettings(
        reader.integer("steps"), reader.decimal("epochs"), reader.decimal("minutes"));
  }

  /** Returns a run of so many updates. */
  static LengthSettings ofSteps(int steps) {
    return new LengthSettings(steps, 0, 0);
  }

  void addTo(Map<String, String> map) {
    map.put("steps", Integer.toString(steps));
    map.put("epochs", Texts.number(epochs));
    map.put("minutes", Texts.number(minutes));
  }
}
