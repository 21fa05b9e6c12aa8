package io.github.albertner.evaluate;

import java.util.Locale;

/**
 * Writes scores as a plain-text table for people: the rules, a row for each type, averages, token
 * scores.
 */
public final class EntityScoresTable {

  private EntityScoresTable() {}

  /**
   * Renders the table.
   *
   * @param scores what to show
   * @return lines that each end with a newline; scores in percent with two decimals, as conlleval
   *     gives them
   */
  public static String render(EntityScores scores) {
    int width =
        Math.max(
            "sentences".length(),
            scores.types().keySet().stream().mapToInt(String::length).max().orElse(0));
    StringBuilder table = new StringBuilder(EntityEvaluator.RULES).append('\n');
    table.append(
        String.format(
            Locale.ROOT,
            "%-" + width + "s %9s %9s %9s %9s %9s %9s\n",
            "type",
            "precision",
            "recall",
            "F1",
            "gold",
            "predicted",
            "correct"));
    scores.types().forEach((type, counts) -> table.append(row(width, type, counts)));
    table.append(row(width, "micro", scores.micro()));
    table.append(
        measures(width, "macro", scores.macroPrecision(), scores.macroRecall(), scores.macroF1())
            + "\n");
    table.append(row(width, "tokens", scores.tags()));
    return table
        .append(
            String.format(
                Locale.ROOT,
                "token accuracy %.2f over %d words in %d sentences\n",
                100 * scores.tokenAccuracy(),
                scores.words(),
                scores.sentences()))
        .toString();
  }

  private static String row(int width, String name, MatchCounts counts) {
    return measures(width, name, counts.precision(), counts.recall(), counts.f1())
        + String.format(
            Locale.ROOT, " %9d %9d %9d\n", counts.gold(), counts.predicted(), counts.correct());
  }

  private static String measures(
      int width, String name, double precision, double recall, double f1) {
    return String.format(
        Locale.ROOT,
        "%-" + width + "s %9.2f %9.2f %9.2f",
        name,
        100 * precision,
        100 * recall,
        100 * f1);
  }
}
