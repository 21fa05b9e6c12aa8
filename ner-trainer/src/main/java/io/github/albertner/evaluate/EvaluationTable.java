package io.github.albertner.evaluate;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes an evaluation as plain text for people: for each mode its name and definition and a row
 * for each type and average, then how the figures are to be read.
 */
public final class EvaluationTable {
  static final String SUMMARIES =
      "micro: all entities together; macro: mean over the types in the gold data; 0/0 counts as 0.\n";

  private static final int NAME_WIDTH = 9;

  private EvaluationTable() {}

  /**
   * Renders the table.
   *
   * @param evaluation what to show
   * @param modes which scores, in this order
   * @return lines that each end with a newline; scores in percent with two decimals
   */
  public static String render(Evaluation evaluation, Collection<ScoringMode> modes) {
    StringBuilder text = new StringBuilder();
    for (ScoringMode mode : modes) {
      text.append(heading(mode)).append('\n');
      if (mode == ScoringMode.CONLLEVAL) {
        text.append(ConllevalLayout.render(evaluation.conlleval()));
        intervalsOfConlleval(text, evaluation.in(mode));
      } else {
        new Rows(evaluation, evaluation.in(mode)).appendTo(text);
      }
      text.append('\n');
    }
    text.append(SUMMARIES);
    if (evaluation.in(ScoringMode.STRICT).surfaces().isPresent()) {
      text.append(surfaces());
    }
    EntityScores scores = evaluation.strict();
    text.append(
        format(
            "Over %,d words in %,d sentences: token accuracy %.2f, F1 of BIO tags but O %.2f.\n",
            scores.words(),
            scores.sentences(),
            100 * scores.tokenAccuracy(),
            100 * scores.tags().f1()));
    text.append(evaluation.tokens().describe());
    evaluation
        .resampling()
        .ifPresent(
            how ->
                text.append(
                    format(
                        "95%% intervals of F1: bootstrap, %d resamples of %d %s, seed %d.\n",
                        how.bootstrap().resamples(),
                        how.units(),
                        how.unit().plural(),
                        how.bootstrap().seed())));
    return text.toString();
  }

  /** Name and definition of a mode, in lines of no more than 100 characters. */
  static String heading(ScoringMode mode) {
    StringBuilder lines = new StringBuilder();
    int length = 0;
    for (String word : (mode + ": " + mode.definition() + ".").split(" ", -1)) {
      if (length > 0 && length + 1 + word.length() > 100) {
        lines.append('\n');
        length = 0;
      }
      lines.append(length == 0 ? "" : " ").append(word);
      length += (length == 0 ? 0 : 1) + word.length();
    }
    return lines.append('\n').toString();
  }

  static String surfaces() {
    return """
        seen: entities whose words, in the same case, have the same type in the training data; gold
        entities and predictions are each looked up by their own words. unseen: all others.
        """;
  }

  private static void intervalsOfConlleval(StringBuilder text, ModeScores scores) {
    scores
        .intervals()
        .ifPresent(
            ends ->
                text.append(
                    format(
                        "95%% interval of FB1: %.2f to %.2f\n",
                        100 * ends.micro().low(), 100 * ends.micro().high())));
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  /** The table of one mode. */
  private static final class Rows {
    private final ModeScores scores;
    private final Optional<ModeScores.Intervals> intervals;
    private final boolean whole;
    private final int width;

    Rows(Evaluation evaluation, ModeScores scores) {
      this.scores = scores;
      intervals = scores.intervals();
      whole = scores.mode() == ScoringMode.STRICT;
      width =
          evaluation.strict().types().keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    void appendTo(StringBuilder text) {
      text.append(
          format(
              "%s %9s %9s %9s%s %9s %9s %9s\n",
              name("type"),
              "precision",
              "recall",
              "F1",
              intervals.isPresent() ? format(" %16s", "95% interval") : "",
              "gold",
              "predicted",
              whole ? "correct" : "credit"));
      scores
          .types()
          .forEach((type, counts) -> text.append(row(type, counts, of(i -> i.types().get(type)))));
      text.append(row("micro", scores.micro(), of(ModeScores.Intervals::micro)));
      text.append(
          measures(
                  "macro",
                  List.of(scores.macroPrecision(), scores.macroRecall(), scores.macroF1()),
                  of(ModeScores.Intervals::macro))
              + "\n");
      scores
          .surfaces()
          .ifPresent(
              surfaces -> {
                text.append(row("seen", surfaces.seen(), of(ModeScores.Intervals::seen)));
                text.append(row("unseen", surfaces.unseen(), of(ModeScores.Intervals::unseen)));
              });
    }

    private Optional<Interval> of(Function<ModeScores.Intervals, Interval> which) {
      return intervals.map(which);
    }

    private String name(String name) {
      return format("%-" + Math.max(NAME_WIDTH, width) + "s", name);
    }

    private String row(String name, CreditCounts counts, Optional<Interval> interval) {
      return measures(name, List.of(counts.precision(), counts.recall(), counts.f1()), interval)
          + format(" %9d %9d %9s\n", counts.gold(), counts.predicted(), credit(counts));
    }

    /** Of the gold entities and, where that differs, of the predictions. */
    private String credit(CreditCounts counts) {
      if (whole) {
        return Long.toString(Math.round(counts.goldCredit()));
      }
      return counts.goldCredit() == counts.predictedCredit()
          ? format("%.1f", counts.goldCredit())
          : format("%.1f/%.1f", counts.goldCredit(), counts.predictedCredit());
    }

    private String measures(String name, List<Double> values, Optional<Interval> interval) {
      StringBuilder cells = new StringBuilder(name(name));
      values.forEach(value -> cells.append(format(" %9.2f", 100 * value)));
      interval.ifPresent(
          ends -> cells.append(format(" [%6.2f, %6.2f]", 100 * ends.low(), 100 * ends.high())));
      return cells.toString();
    }
  }
}
