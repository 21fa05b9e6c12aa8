package io.github.albertner.run;

import io.github.albertner.evaluate.CreditCounts;
import io.github.albertner.evaluate.ModeScores;
import io.github.albertner.evaluate.ScoringMode;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Shows the folds of a cross-validation as plain text for people. */
public final class CrossValidationTable {
  /** The figures of a row, by the heads of {@link #HEADER}. */
  private static final List<ToDoubleFunction<ModeScores>> FIGURES =
      List.of(
          scores -> CrossValidationResult.micro(scores, CreditCounts::precision),
          scores -> CrossValidationResult.micro(scores, CreditCounts::recall),
          scores -> CrossValidationResult.micro(scores, CreditCounts::f1),
          ModeScores::macroF1);

  /** The head of the table, for rows that are shown as folds end. */
  public static final String HEADER =
      format(
          "%-9s %8s %8s %8s %6s %8s %9s %8s %8s %8s",
          "fold",
          "train",
          "dev",
          "test",
          "epoch",
          "dev F1",
          "precision",
          "recall",
          "F1",
          "macro F1");

  private CrossValidationTable() {}

  /**
   * The row of a fold, in strict mode.
   *
   * @param fold what came of it
   * @return numbers of sentences, the epoch, and scores in percent; without a newline
   */
  public static String row(FoldResult fold) {
    return format(
            "%-9d %8d %8d %8d %6d %8.2f",
            fold.fold(),
            fold.training(),
            fold.development(),
            fold.test(),
            fold.best().epoch(),
            100 * fold.best().scores().micro().f1())
        + figures(
            FIGURES.stream()
                .map(figure -> figure.applyAsDouble(fold.evaluation().in(ScoringMode.STRICT))));
  }

  /**
   * Renders all folds, their mean and their standard deviation, in strict mode.
   *
   * @param result of at least one fold
   * @return lines that each end with a newline
   */
  public static String render(CrossValidationResult result) {
    StringBuilder text = new StringBuilder("strict scores by fold\n\n" + HEADER + "\n");
    result.folds().forEach(fold -> text.append(row(fold)).append('\n'));
    List<Spread> spreads =
        FIGURES.stream().map(figure -> result.over(ScoringMode.STRICT, figure)).toList();
    Spread development =
        new Spread(result.folds().stream().map(fold -> fold.best().scores().micro().f1()).toList());
    String summary = "%-9s %8s %8s %8s %6s %8.2f";
    text.append(format(summary, "mean", "", "", "", "", 100 * development.mean()))
        .append(figures(spreads.stream().map(Spread::mean)))
        .append('\n')
        .append(format(summary, "deviation", "", "", "", "", 100 * development.deviation()))
        .append(figures(spreads.stream().map(Spread::deviation)))
        .append('\n');
    if (result.folds().size() < result.planned()) {
      text.append(
          format("Only %d of %d folds were judged.\n", result.folds().size(), result.planned()));
    }
    return text.toString();
  }

  private static String figures(Stream<Double> values) {
    List<Double> all = values.toList();
    return format(
        " %9.2f %8.2f %8.2f %8.2f",
        100 * all.get(0), 100 * all.get(1), 100 * all.get(2), 100 * all.get(3));
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
