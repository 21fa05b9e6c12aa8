package io.github.albertner.run;

import io.github.albertner.evaluate.Evaluation;
import io.github.albertner.evaluate.ScoringMode;
import java.util.Locale;
import java.util.Optional;

/** Shows trainings with several seeds as plain text for people. */
public final class SeedTable {

  private SeedTable() {}

  /**
   * Renders a row for each seed, the mean and the standard deviation, in strict mode.
   *
   * @param runs what to show
   * @return lines that each end with a newline; scores in percent
   */
  public static String render(SeedRuns runs) {
    Optional<Spread> test = runs.testF1(ScoringMode.STRICT);
    StringBuilder text = new StringBuilder("strict scores by seed\n\n");
    text.append(
        format("%-9s %6s %8s%s\n", "seed", "epoch", "dev F1", test.isEmpty() ? "" : "  test F1"));
    for (SeedRun run : runs.runs()) {
      text.append(format("%-9d %6d %8.2f", run.seed(), run.best().epoch(), percent(run)))
          .append(run.test().map(SeedTable::cell).orElse(""))
          .append(run.seed() == runs.bestSeed() ? "  best" : "")
          .append('\n');
    }
    Spread development = runs.developmentF1();
    text.append(format("%-9s %6s %8.2f", "mean", "", 100 * development.mean()))
        .append(test.map(t -> format(" %8.2f", 100 * t.mean())).orElse(""))
        .append('\n')
        .append(format("%-9s %6s %8.2f", "deviation", "", 100 * development.deviation()))
        .append(test.map(t -> format(" %8.2f", 100 * t.deviation())).orElse(""))
        .append('\n');
    return text.append("best: highest development F1")
        .append(test.isEmpty() ? ".\n" : "; test scores decide nothing.\n")
        .toString();
  }

  private static double percent(SeedRun run) {
    return 100 * run.developmentF1();
  }

  private static String cell(Evaluation evaluation) {
    return format(" %8.2f", 100 * evaluation.in(ScoringMode.STRICT).micro().f1());
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
