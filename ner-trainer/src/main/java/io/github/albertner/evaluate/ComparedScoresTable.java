package io.github.albertner.evaluate;

import java.util.Locale;

/** Writes compared scores as a plain-text table for people: both sides, difference, interval. */
public final class ComparedScoresTable {

  private ComparedScoresTable() {}

  /**
   * Renders the table.
   *
   * @param scores what to show
   * @return lines that each end with a newline; scores, differences and shares in percent
   */
  public static String render(ComparedScores scores) {
    int width =
        Math.max(
            "micro".length(),
            scores.types().keySet().stream().mapToInt(String::length).max().orElse(0));
    String name = "%-" + width + "s ";
    StringBuilder table = new StringBuilder(EntityEvaluator.RULES).append('\n');
    table.append(
        format(
            name + "%8s | %-26s | %-26s | %-27s | %s\n",
            "",
            "",
            "baseline",
            "model",
            "F1, model - baseline",
            "model"));
    table.append(
        format(
            name + "%8s | %8s %8s %8s | %8s %8s %8s | %8s %18s | %s\n",
            "type",
            "gold",
            "prec.",
            "recall",
            "F1",
            "prec.",
            "recall",
            "F1",
            "diff.",
            "95% interval",
            "better"));
    scores
        .types()
        .forEach(
            (type, difference) ->
                table.append(
                    row(
                        name,
                        type,
                        scores.baseline().types().getOrDefault(type, MatchCounts.NONE),
                        scores.model().types().getOrDefault(type, MatchCounts.NONE),
                        difference)));
    table.append(
        row(name, "micro", scores.baseline().micro(), scores.model().micro(), scores.micro()));
    return table
        .append(
            format(
                "token accuracy: baseline %.2f, model %.2f over %d words in %d sentences\n",
                100 * scores.baseline().tokenAccuracy(),
                100 * scores.model().tokenAccuracy(),
                scores.model().words(),
                scores.model().sentences()))
        .append(
            format(
                """
                Intervals: paired bootstrap, %d resamples of %d %s, seed %d. better: share of resamples
                in which the model's F1 is the higher. An interval around 0 shows no difference.
                """,
                scores.bootstrap().resamples(),
                scores.units(),
                scores.unit().plural(),
                scores.bootstrap().seed()))
        .toString();
  }

  private static String row(
      String name, String type, MatchCounts baseline, MatchCounts model, F1Difference difference) {
    return format(
        name + "%8d | %8.2f %8.2f %8.2f | %8.2f %8.2f %8.2f | %+8.2f [%+7.2f, %+7.2f] | %5.1f%%\n",
        type,
        Math.max(baseline.gold(), model.gold()),
        100 * baseline.precision(),
        100 * baseline.recall(),
        100 * baseline.f1(),
        100 * model.precision(),
        100 * model.recall(),
        100 * model.f1(),
        100 * difference.difference(),
        100 * difference.low(),
        100 * difference.high(),
        100 * difference.modelBetter());
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
