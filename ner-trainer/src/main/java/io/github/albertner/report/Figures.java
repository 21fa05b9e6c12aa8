package io.github.albertner.report;

import java.time.Duration;
import java.util.Locale;

/** Numbers as reports write them. */
final class Figures {
  private Figures() {}

  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  static String decimals(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  /** A share in [0, 1] as a percentage with two decimals, as conlleval gives them. */
  static String percent(double share) {
    return decimals(100 * share, 2);
  }

  /** A share with one decimal. */
  static String share(double share) {
    return decimals(share, 1);
  }

  static String plural(long count, String one, String many) {
    return count(count) + " " + (count == 1 ? one : many);
  }

  /** 1 h 02 min, 3 min 04 s or 5 s. */
  static String time(double seconds) {
    Duration time = Duration.ofSeconds(Math.round(seconds));
    if (time.toHours() > 0) {
      return String.format(Locale.ROOT, "%d h %02d min", time.toHours(), time.toMinutesPart());
    }
    if (time.toMinutes() > 0) {
      return String.format(Locale.ROOT, "%d min %02d s", time.toMinutes(), time.toSecondsPart());
    }
    return time.toSeconds() + " s";
  }
}
