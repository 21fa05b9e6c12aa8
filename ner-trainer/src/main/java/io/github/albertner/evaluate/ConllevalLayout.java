package io.github.albertner.evaluate;

import java.util.Locale;

/**
 * Writes scores in the layout of the conlleval script of the CoNLL shared tasks, for tools and
 * tables that expect it.
 */
public final class ConllevalLayout {

  private ConllevalLayout() {}

  /**
   * Renders the scores.
   *
   * @param scores of spans, or of tags as the script reads them
   * @return what the script prints: two lines, and one for each type with the number found
   */
  public static String render(EntityScores scores) {
    MatchCounts micro = scores.micro();
    StringBuilder text = new StringBuilder();
    text.append(
        format(
            "processed %d tokens with %d phrases; found: %d phrases; correct: %d.\n",
            scores.words(), micro.gold(), micro.predicted(), micro.correct()));
    if (scores.words() > 0) {
      text.append(format("accuracy: %6.2f%%; ", 100 * scores.tokenAccuracy()));
      text.append(measures(micro)).append('\n');
    }
    scores
        .types()
        .forEach(
            (type, counts) ->
                text.append(format("%17s: %s  %d\n", type, measures(counts), counts.predicted())));
    return text.toString();
  }

  private static String measures(MatchCounts counts) {
    return format(
        "precision: %6.2f%%; recall: %6.2f%%; FB1: %6.2f",
        100 * counts.precision(), 100 * counts.recall(), 100 * counts.f1());
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
