package io.github.albertner.tune;

import io.github.albertner.page.Axis;
import io.github.albertner.page.Bar;
import io.github.albertner.page.Charts;
import io.github.albertner.page.HtmlPage;
import io.github.albertner.page.HtmlTable;
import io.github.albertner.page.Markup;
import io.github.albertner.page.Point;
import io.github.albertner.page.Series;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The results of a search as a page: plots, and a table of all trials. */
final class ResultsPage {
  private static final int CURVES = 6;
  private static final Axis F1 = Axis.of("F1 (%)");

  private final SearchResults results;
  private final SearchSpace space;
  private final HtmlPage page;

  private ResultsPage(SearchResults results, SearchSpace space) {
    this.results = results;
    this.space = space;
    page = new HtmlPage("Search for training settings");
  }

  /**
   * Renders the page.
   *
   * @param description what was searched
   * @param command what the user wrote
   */
  static String render(
      SearchResults results, SearchSpace space, SearchDescription description, String command) {
    return new ResultsPage(results, space).render(description, command);
  }

  private String render(SearchDescription description, String command) {
    summary(command);
    trials();
    if (results.trials().stream().anyMatch(trial -> !trial.epochs().isEmpty())) {
      page.section("F1 by trial").figure("Best development F1 of each trial.", byTrial());
      page.section("F1 by setting")
          .paragraph(
              "Best development F1 of each trial by one of its settings; the others vary too.");
      page.add(
          Markup.styled(
              "div", "beside", Markup.lines(space.names().stream().map(this::bySetting).toList())));
      page.section("Learning curves")
          .figure(
              "Development F1 after every epoch, by the share of a trial's planned updates; the"
                  + " best trials.",
              curves());
    }
    HtmlTable facts = HtmlTable.of("what", "value");
    description.facts().forEach((name, value) -> facts.row(name, Markup.text(value)));
    page.section("What was searched").table(facts);
    return page.render();
  }

  private void summary(String command) {
    Map<TrialStatus, Integer> counts = new EnumMap<>(TrialStatus.class);
    results.trials().forEach(trial -> counts.merge(trial.status(), 1, Integer::sum));
    List<String> shown = new ArrayList<>();
    counts.forEach((status, count) -> shown.add(count + " " + status));
    double minutes = results.trials().stream().mapToDouble(Trial::seconds).sum() / 60;
    page.paragraph(
        String.format(
            Locale.ROOT,
            "%d trials in %.1f minutes: %s.",
            results.trials().size(),
            minutes,
            String.join(", ", shown)));
    Optional<Trial> best = results.best();
    page.paragraph(best.map(ResultsPage::sentence).orElse("No trial has given a tagger so far."));
    page.add(Markup.element("p", Markup.element("code", Markup.text(command))));
  }

  private static String sentence(Trial best) {
    TrialEpoch epoch = best.best().orElseThrow();
    return String.format(
        Locale.ROOT,
        "The best is trial %d: development F1 %.2f after epoch %d of %d. It was chosen by that F1,"
            + " which flatters it: judge on other data. Trials whose F1 is as near as that of two"
            + " seeds cannot be told apart.",
        best.number(),
        100 * epoch.f1(),
        epoch.epoch(),
        best.plannedEpochs());
  }

  private void trials() {
    List<String> columns = new ArrayList<>(ResultsTable.columns());
    columns.addAll(space.names());
    HtmlTable table = HtmlTable.of(columns.toArray(String[]::new));
    HtmlTable reasons = HtmlTable.of("trial", "ended", "because");
    List<Trial> ranked = results.ranked();
    for (int i = 0; i < ranked.size(); i++) {
      Trial trial = ranked.get(i);
      List<String> row = ResultsTable.row(i + 1, trial, space);
      table.row(row.stream().map(ResultsPage::cell).toArray());
      if (!trial.message().isEmpty()) {
        reasons.row(trial.number(), trial.status(), trial.message());
      }
    }
    page.section("Trials").table(table);
    page.paragraph(
        "F1 in percent, validation loss and number of the best epoch; ran: epochs of those planned.");
    if (!reasons.isEmpty()) {
      page.table(reasons);
    }
  }

  /** Numbers are the table's; words must not be broken to make room for them. */
  private static Object cell(String text) {
    return isNumber(text) ? text : Markup.styled("span", "n", Markup.text(text));
  }

  private Markup byTrial() {
    List<Point> best = new ArrayList<>();
    double highest = Double.NEGATIVE_INFINITY;
    for (Trial trial : results.trials()) {
      if (trial.status().mayWin() && trial.best().isPresent()) {
        highest = Math.max(highest, percent(trial));
      }
      if (!best.isEmpty()) {
        // A stair: the best stays so until the next trial.
        best.add(new Point(trial.number(), best.get(best.size() - 1).y()));
      }
      if (highest >= 0) {
        best.add(new Point(trial.number(), highest));
      }
    }
    return Charts.scatter(
        Axis.counting("trial"),
        F1,
        groups(trial -> Optional.of((double) trial.number())),
        new Series("best so far", best));
  }

  private Markup bySetting(String name) {
    if (!isNumeric(name)) {
      return figure(name + ": best F1 with each value", Charts.bars(bars(name)));
    }
    Axis axis = Axis.of(name);
    if (space.candidates(name) instanceof ValueRange range) {
      axis =
          (range.logarithmic() ? Axis.logarithmic(name) : axis)
              .from(range.low().doubleValue())
              .to(range.high().doubleValue());
    }
    return figure(
        name,
        Charts.scatter(
            axis,
            F1,
            groups(trial -> Optional.ofNullable(trial.settings().get(name)).map(Double::valueOf))));
  }

  private static Markup figure(String caption, Markup chart) {
    return Markup.element("figure", Markup.element("figcaption", Markup.text(caption)), chart);
  }

  private List<Bar> bars(String name) {
    return space.candidates(name).ends().stream()
        .map(
            value -> {
              double f1 =
                  withEpochs()
                      .filter(trial -> value.equals(trial.settings().get(name)))
                      .mapToDouble(ResultsPage::percent)
                      .max()
                      .orElse(0);
              return new Bar(value, f1, String.format(Locale.ROOT, "%.2f", f1));
            })
        .toList();
  }

  private boolean isNumeric(String name) {
    return space.candidates(name).ends().stream().allMatch(ResultsPage::isNumber);
  }

  private static boolean isNumber(String value) {
    try {
      return Double.isFinite(Double.parseDouble(value));
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** A series for each way to end that there is. */
  private List<Series> groups(Place place) {
    List<Series> groups = new ArrayList<>();
    for (TrialStatus status : TrialStatus.values()) {
      List<Point> points =
          withEpochs()
              .filter(trial -> trial.status() == status)
              .flatMap(trial -> place.of(trial).map(x -> new Point(x, percent(trial))).stream())
              .toList();
      if (!points.isEmpty()) {
        groups.add(new Series(status.toString(), points));
      }
    }
    return groups;
  }

  /** Where a trial stands on an axis. */
  private interface Place {
    Optional<Double> of(Trial trial);
  }

  private Stream<Trial> withEpochs() {
    return results.trials().stream().filter(trial -> !trial.epochs().isEmpty());
  }

  private static double percent(Trial trial) {
    return 100 * trial.best().orElseThrow().f1();
  }

  private Markup curves() {
    List<Series> curves =
        results.ranked().stream()
            .filter(trial -> !trial.epochs().isEmpty())
            .limit(CURVES)
            .map(
                trial ->
                    new Series(
                        "trial " + trial.number(),
                        trial.epochs().stream()
                            .map(epoch -> new Point(100 * epoch.share(), 100 * epoch.f1()))
                            .toList()))
            .toList();
    return Charts.line(Axis.of("updates made (%)"), F1, curves);
  }
}
