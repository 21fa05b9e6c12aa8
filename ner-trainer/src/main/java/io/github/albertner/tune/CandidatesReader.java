package io.github.albertner.tune;

import io.github.albertner.suggest.NearestName;
import io.github.albertner.train.TrainingSettings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what a user writes: {@code batch-size=16,32}, {@code learning-rate=1e-4..1e-3:log}, {@code
 * freeze=none|embeddings,encoder}.
 */
final class CandidatesReader {
  /** Settings whose values are whole numbers; ranges of these hold no others. */
  static final Set<String> WHOLE =
      Set.of(
          "epochs",
          "batch-size",
          "accumulation",
          "max-samples",
          "patience",
          "freeze-epochs",
          "context-pieces");

  /** Settings that do not make a tagger better, but luckier or sooner. */
  private static final Map<String, String> FIXED =
      Map.of(
          "seed", "the luckiest seed is no better on other data",
          "threads", "it decides how fast a trial is, not how good",
          "device", "it decides how fast a trial is",
          "precision", "it decides how fast a trial is");

  private static final String NUMBER = "([-+]?(?:\\d+(?:\\.\\d+)?|\\.\\d+)(?:[eE][-+]?\\d+)?)";
  private static final Pattern RANGE =
      Pattern.compile(NUMBER + "\\s*\\.\\.\\s*" + NUMBER + "\\s*(?::\\s*(log|uniform))?");

  private CandidatesReader() {}

  /**
   * Checks that a search may vary a setting.
   *
   * @throws IllegalArgumentException if there is no such setting, or it is none to search
   */
  static void checkName(String name) {
    List<String> names = TrainingSettings.names();
    if (!names.contains(name)) {
      List<String> known = names.stream().filter(other -> !FIXED.containsKey(other)).toList();
      throw new IllegalArgumentException(
          "unknown setting \"%s\"%s; the settings to search are %s"
              .formatted(name, NearestName.hint(name, known), String.join(", ", known)));
    }
    if (FIXED.containsKey(name)) {
      throw new IllegalArgumentException(
          "%s cannot be searched: %s; give it as --%s".formatted(name, FIXED.get(name), name));
    }
  }

  /**
   * Reads the values of a setting.
   *
   * @param text values between commas, or between bars where they hold commas; or two numbers with
   *     two dots between them, and {@code :log} behind
   * @throws IllegalArgumentException if it is none of these
   */
  static Candidates read(String name, String text) {
    return text.contains("..") ? range(name, text.strip()) : list(name, text);
  }

  private static ListedValues list(String name, String text) {
    List<String> values = new ArrayList<>();
    boolean bars = text.contains("|");
    for (String part :
        text.split(bars ? "\\|" : ",", bars && text.strip().endsWith("|") ? 0 : -1)) {
      String value = part.strip();
      if (value.isEmpty()) {
        throw malformed(name, text, "an empty value");
      }
      if (values.contains(value)) {
        throw malformed(name, text, value + " twice");
      }
      values.add(value);
    }
    return new ListedValues(values);
  }

  private static ValueRange range(String name, String text) {
    Matcher range = RANGE.matcher(text);
    if (!range.matches()) {
      throw malformed(name, text, "a range that is none");
    }
    BigDecimal low = new BigDecimal(range.group(1));
    BigDecimal high = new BigDecimal(range.group(2));
    boolean logarithmic = "log".equals(range.group(3));
    boolean whole = WHOLE.contains(name);
    if (low.compareTo(high) >= 0) {
      throw malformed(name, text, "a range that does not rise");
    }
    if (logarithmic && low.signum() <= 0) {
      throw malformed(name, text, "a logarithmic range that does not begin above 0");
    }
    if (whole && !(isWhole(low) && isWhole(high))) {
      throw malformed(name, text, "fractions of a setting that is a whole number");
    }
    return new ValueRange(low, high, logarithmic, whole);
  }

  private static boolean isWhole(BigDecimal value) {
    return value.stripTrailingZeros().scale() <= 0;
  }

  private static IllegalArgumentException malformed(String name, String text, String found) {
    return new IllegalArgumentException(
        "%s=%s: expected values such as 16,32 (with | between those that hold commas), or a range such as 0..0.3 or 1e-5..1e-3:log; found %s"
            .formatted(name, text, found));
  }

  /** The names that are refused, for the test that they exist. */
  static List<String> fixed() {
    return List.copyOf(FIXED.keySet());
  }
}
