package io.github.albertner.evaluate;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Writes compared scores as a plain-text table for people: both sides, difference, interval. */
public final class ComparedScoresTable {

  private ComparedScoresTable() {}

  /**
   * Renders the tables.
   *
   * @param scores what to show
   * @param modes which scores, in this order
   * @return lines that each end with a newline; scores, differences and shares in percent
   */
  public static String render(ComparedScores scores, Collection<ScoringMode> modes) {
    StringBuilder text = new StringBuilder();
    for (ScoringMode mode : modes) {
      text.append(EvaluationTable.heading(mode)).append('\n');
      appendRows(text, scores, mode);
      text.append('\n');
    }
    EntityScores baseline = scores.baseline().strict();
    EntityScores model = scores.model().strict();
    text.append(EvaluationTable.SUMMARIES);
    if (scores.model().in(ScoringMode.STRICT).surfaces().isPresent()) {
      text.append(EvaluationTable.surfaces());
    }
    Resampling how = scores.resampling();
    return text.append(
            format(
                "token accuracy: baseline %.2f, model %.2f over %d words in %d sentences\n",
                100 * baseline.tokenAccuracy(),
                100 * model.tokenAccuracy(),
                model.words(),
                model.sentences()))
        .append(scores.model().tokens().describe())
        .append(
            format(
                """
                Intervals: paired bootstrap, %d resamples of %d %s, seed %d. better: share of resamples
                in which the model's F1 is the higher. An interval around 0 shows no difference.
                """,
                how.bootstrap().resamples(),
                how.units(),
                how.unit().plural(),
                how.bootstrap().seed()))
        .toString();
  }

  private static void appendRows(StringBuilder text, ComparedScores scores, ScoringMode mode) {
    ModeDifferences differences = scores.differences().get(mode);
    ModeScores baseline = scores.baseline().in(mode);
    ModeScores model = scores.model().in(mode);
    int longest = differences.types().keySet().stream().mapToInt(String::length).max().orElse(0);
    String name = "%-" + Math.max("unseen".length(), longest) + "s ";
    text.append(
        format(
            name + "%8s | %-26s | %-26s | %-27s | %s\n",
            "",
            "",
            "baseline",
            "model",
            "F1, model - baseline",
            "model"));
    text.append(
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
    differences
        .types()
        .forEach(
            (type, difference) ->
                text.append(
                    row(
                        name,
                        type,
                        baseline.types().getOrDefault(type, CreditCounts.NONE),
                        model.types().getOrDefault(type, CreditCounts.NONE),
                        difference)));
    text.append(row(name, "micro", baseline.micro(), model.micro(), differences.micro()));
    text.append(format(name + "%8s", "macro", ""))
        .append(measures(macro(baseline)))
        .append(measures(macro(model)))
        .append(difference(differences.macro()));
    differences
        .surfaces()
        .ifPresent(
            of -> {
              ModeScores.Surfaces before = baseline.surfaces().orElseThrow();
              ModeScores.Surfaces after = model.surfaces().orElseThrow();
              text.append(row(name, "seen", before.seen(), after.seen(), of.seen()));
              text.append(row(name, "unseen", before.unseen(), after.unseen(), of.unseen()));
            });
  }

  private static List<Double> macro(ModeScores scores) {
    return List.of(scores.macroPrecision(), scores.macroRecall(), scores.macroF1());
  }

  private static List<Double> measures(CreditCounts counts) {
    return List.of(counts.precision(), counts.recall(), counts.f1());
  }

  private static String row(
      String name, String type, CreditCounts baseline, CreditCounts model, F1Difference of) {
    return format(name + "%8d", type, Math.max(baseline.gold(), model.gold()))
        + measures(measures(baseline))
        + measures(measures(model))
        + difference(of);
  }

  private static String measures(List<Double> values) {
    return format(
        " | %8.2f %8.2f %8.2f", 100 * values.get(0), 100 * values.get(1), 100 * values.get(2));
  }

  private static String difference(F1Difference of) {
    return format(
        " | %+8.2f [%+7.2f, %+7.2f] | %5.1f%%\n",
        100 * of.difference(), 100 * of.low(), 100 * of.high(), 100 * of.modelBetter());
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
