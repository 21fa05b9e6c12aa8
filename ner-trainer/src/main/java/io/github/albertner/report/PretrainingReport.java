package io.github.albertner.report;

import io.github.albertner.page.Axis;
import io.github.albertner.page.Charts;
import io.github.albertner.page.HtmlPage;
import io.github.albertner.page.HtmlTable;
import io.github.albertner.page.Markup;
import io.github.albertner.page.Point;
import io.github.albertner.page.Series;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Pretraining as one HTML page: losses, accuracy and perplexity on held-out text, learning rate,
 * settings and provenance.
 *
 * @param facts title, settings and provenance
 * @param metrics of the run so far
 */
record PretrainingReport(RunFacts facts, RunMetrics metrics) {

  /** The page, for a file in UTF-8. */
  String render() {
    HtmlPage page = new HtmlPage(facts.title());
    summary(page);
    if (!metrics.evaluations().isEmpty()) {
      curves(page);
    }
    page.section("Updates")
        .figure("Loss of the updates", bySteps("loss, nats per hidden piece", StepMetrics::loss))
        .figure("Learning rate", bySteps("learning rate", StepMetrics::learningRate))
        .figure("Gradient norm before clipping", bySteps("global norm", StepMetrics::gradientNorm))
        .figure("Speed", bySteps("pieces a second", StepMetrics::piecesPerSecond));
    section(page, "Settings", facts.settings());
    section(page, "Provenance", facts.provenance());
    return page.render();
  }

  private static void section(HtmlPage page, String title, Map<String, String> rows) {
    HtmlTable table = HtmlTable.of("name", "value");
    rows.forEach((name, value) -> table.row(name, Markup.text(value)));
    page.section(title).table(table);
  }

  private void summary(HtmlPage page) {
    List<EvaluationMetrics> evaluations = metrics.evaluations();
    if (evaluations.isEmpty()) {
      page.paragraph("Not evaluated yet.");
      return;
    }
    EvaluationMetrics best =
        evaluations.stream()
            .filter(EvaluationMetrics::best)
            .reduce((first, second) -> second)
            .orElseThrow();
    page.paragraph(
        "Best after update %s: on held-out text loss %s, perplexity %s, masked accuracy %s %%."
            .formatted(
                Figures.count(best.step()),
                Figures.decimals(best.loss(), 4),
                Figures.decimals(Math.exp(best.loss()), 2),
                Figures.percent(best.accuracy())));
    EvaluationMetrics last = evaluations.get(evaluations.size() - 1);
    page.paragraph(
        "%s in %s. %s"
            .formatted(
                Figures.plural(last.step(), "update", "updates"),
                Figures.time(last.seconds()),
                metrics.end().map(why -> "Ended: " + why + ".").orElse("The run has not ended.")));
  }

  private void curves(HtmlPage page) {
    HtmlPage section = page.section("Held-out text");
    section
        .figure(
            "Loss of the hidden pieces",
            Charts.line(
                Axis.counting("update"),
                Axis.of("loss, nats per hidden piece").from(0),
                List.of(
                    series("training", EvaluationMetrics::trainingLoss),
                    series("held-out", EvaluationMetrics::loss))))
        .figure(
            "Masked accuracy: hidden pieces whose best guess is right",
            Charts.line(
                Axis.counting("update"),
                Axis.of("percent").from(0),
                List.of(series("held-out", evaluation -> 100 * evaluation.accuracy()))));
    section.details("All evaluations", table().render());
  }

  private HtmlTable table() {
    HtmlTable table =
        HtmlTable.of("update", "training loss", "loss", "perplexity", "masked accuracy", "");
    for (EvaluationMetrics evaluation : metrics.evaluations()) {
      table.row(
          Figures.count(evaluation.step()),
          Figures.decimals(evaluation.trainingLoss(), 4),
          Figures.decimals(evaluation.loss(), 4),
          Figures.decimals(Math.exp(evaluation.loss()), 2),
          Figures.percent(evaluation.accuracy()),
          evaluation.best() ? "best so far" : "");
    }
    return table;
  }

  private Series series(String name, ToDoubleFunction<EvaluationMetrics> figure) {
    return new Series(
        name,
        metrics.evaluations().stream()
            .map(evaluation -> new Point(evaluation.step(), figure.applyAsDouble(evaluation)))
            .toList());
  }

  private Markup bySteps(String name, ToDoubleFunction<StepMetrics> figure) {
    return Charts.line(
        Axis.counting("update"),
        Axis.of(name).from(0),
        List.of(
            new Series(
                name,
                metrics.steps().stream()
                    .map(step -> new Point(step.step(), figure.applyAsDouble(step)))
                    .toList())));
  }
}
