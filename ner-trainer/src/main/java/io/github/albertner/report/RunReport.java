package io.github.albertner.report;

import io.github.albertner.evaluate.JudgedSentence;
import io.github.albertner.evaluate.MatchCounts;
import io.github.albertner.page.Axis;
import io.github.albertner.page.Charts;
import io.github.albertner.page.HtmlPage;
import io.github.albertner.page.HtmlTable;
import io.github.albertner.page.Markup;
import io.github.albertner.page.Point;
import io.github.albertner.page.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * A training run as one HTML page: learning curves, learning rate, scores by label, errors,
 * settings and provenance.
 *
 * @param facts title, settings and provenance
 * @param metrics of the run so far
 * @param development what the best epoch finds in the development data; empty where not known
 */
public record RunReport(RunFacts facts, RunMetrics metrics, List<JudgedSentence> development) {

  /** More types than this are not drawn epoch by epoch. */
  private static final int MOST_LINES = 6;

  /** Copies the list. */
  public RunReport {
    development = List.copyOf(development);
  }

  /** Returns the page, for a file in UTF-8. */
  public String render() {
    HtmlPage page = new HtmlPage(facts.title());
    summary(page);
    curves(page);
    optimizer(page);
    metrics.best().ifPresent(best -> labels(page, best));
    if (!development.isEmpty()) {
      ErrorSections.add(page, development);
    }
    section(page, "Settings", facts.settings());
    section(page, "Provenance", facts.provenance());
    return page.render();
  }

  private static void section(HtmlPage page, String title, Map<String, String> rows) {
    if (!rows.isEmpty()) {
      HtmlTable table = HtmlTable.of("name", "value");
      rows.forEach((name, value) -> table.row(name, Markup.text(value)));
      page.section(title).table(table);
    }
  }

  private void summary(HtmlPage page) {
    Optional<EpochMetrics> best = metrics.best();
    if (best.isEmpty()) {
      page.paragraph("No epoch has ended yet.");
      return;
    }
    EpochMetrics last = metrics.epochs().get(metrics.epochs().size() - 1);
    page.paragraph(
        "Best epoch %s of %s: development F1 %s (precision %s, recall %s)."
            .formatted(
                best.get().epoch(),
                last.epoch(),
                Figures.percent(best.get().micro().f1()),
                Figures.percent(best.get().micro().precision()),
                Figures.percent(best.get().micro().recall())));
    page.paragraph(
        "%s in %s. %s"
            .formatted(
                Figures.plural(last.step(), "update", "updates"),
                Figures.time(last.seconds()),
                metrics.end().map(why -> "Ended: " + why + ".").orElse("The run has not ended.")));
  }

  private void curves(HtmlPage page) {
    page.section("Learning curves")
        .figure(
            "Loss: falling in training and rising on the development data is overfitting",
            Charts.line(
                Axis.counting("epoch"),
                Axis.of("loss, nats per word").from(0),
                List.of(
                    byEpoch("training", EpochMetrics::trainingLoss),
                    byEpoch("development", EpochMetrics::validationLoss))))
        .figure(
            "Strict scores of the development data",
            Charts.line(
                Axis.counting("epoch"),
                Axis.of("percent").from(0),
                List.of(
                    byEpoch("F1", epoch -> 100 * epoch.micro().f1()),
                    byEpoch("precision", epoch -> 100 * epoch.micro().precision()),
                    byEpoch("recall", epoch -> 100 * epoch.micro().recall()))))
        .figure("Loss of the updates", bySteps("loss, nats per word", StepMetrics::loss))
        .details("All epochs", epochs().render());
  }

  private HtmlTable epochs() {
    HtmlTable table =
        HtmlTable.of(
            "epoch",
            "update",
            "training loss",
            "development loss",
            "precision",
            "recall",
            "F1",
            "accuracy",
            "");
    Optional<EpochMetrics> best = metrics.best();
    for (EpochMetrics epoch : metrics.epochs()) {
      MatchCounts micro = epoch.micro();
      table.row(
          epoch.epoch(),
          Figures.count(epoch.step()),
          Figures.decimals(epoch.trainingLoss(), 4),
          Figures.decimals(epoch.validationLoss(), 4),
          Figures.percent(micro.precision()),
          Figures.percent(micro.recall()),
          Figures.percent(micro.f1()),
          Figures.percent(epoch.tokenAccuracy()),
          epoch.equals(best.orElse(null)) ? "best" : "");
    }
    return table;
  }

  private void optimizer(HtmlPage page) {
    page.section("Learning rate and gradients")
        .figure("Learning rate", bySteps("learning rate", StepMetrics::learningRate))
        .figure("Gradient norm before clipping", bySteps("global norm", StepMetrics::gradientNorm));
  }

  private Series byEpoch(String name, ToDoubleFunction<EpochMetrics> figure) {
    return new Series(
        name,
        metrics.epochs().stream()
            .map(epoch -> new Point(epoch.epoch(), figure.applyAsDouble(epoch)))
            .toList());
  }

  private Markup bySteps(String name, ToDoubleFunction<StepMetrics> figure) {
    List<Point> points =
        metrics.steps().stream()
            .map(step -> new Point(step.step(), figure.applyAsDouble(step)))
            .toList();
    return Charts.line(
        Axis.counting("update"), Axis.of(name).from(0), List.of(new Series(name, points)));
  }

  private void labels(HtmlPage page, EpochMetrics best) {
    page.section("Scores by label")
        .paragraph(
            "Strict scores of the best epoch on the development data, which chose it: on other"
                + " data expect less.");
    HtmlTable table = HtmlTable.of("type", "precision", "recall", "F1", "gold", "found", "correct");
    best.types().forEach((type, counts) -> row(table, type, counts));
    row(table, "all types", best.micro());
    page.table(table);
    if (best.types().size() <= MOST_LINES) {
      List<Series> lines = new ArrayList<>();
      best.types()
          .keySet()
          .forEach(
              type ->
                  lines.add(
                      byEpoch(
                          type,
                          epoch -> 100 * epoch.types().getOrDefault(type, MatchCounts.NONE).f1())));
      page.figure(
          "F1 by epoch", Charts.line(Axis.counting("epoch"), Axis.of("percent").from(0), lines));
    }
  }

  private static void row(HtmlTable table, String name, MatchCounts counts) {
    table.row(
        name,
        Figures.percent(counts.precision()),
        Figures.percent(counts.recall()),
        Figures.percent(counts.f1()),
        Figures.count(counts.gold()),
        Figures.count(counts.predicted()),
        Figures.count(counts.correct()));
  }
}
