package io.github.albertner.cli;

import io.github.albertner.train.TrainingSettings;
import io.github.albertner.tune.Budget;
import io.github.albertner.tune.Search;
import io.github.albertner.tune.SearchResults;
import io.github.albertner.tune.Trial;
import io.github.albertner.tune.TrialEpoch;
import io.github.albertner.tune.TrialPlan;
import io.github.albertner.tune.TrialProgress;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine.Help.Ansi;

/**
 * Shows a search: two lines for each trial, and on a terminal a bar for the running one, with the
 * best F1 so far and the minutes that are left.
 */
final class TuneProgress implements AutoCloseable {
  private static final int BAR_WIDTH = 79;
  private static final String CLEAR_LINE = "\r\033[K";

  private final TrialPlan plan;
  private final Budget budget;
  private final PrintWriter err;
  private final String ofTrials;
  private final double secondsBefore;
  private final long start = System.nanoTime();
  private SearchResults results;
  private ProgressBar bar;
  private int trial;
  private String latest = "";

  TuneProgress(TrialPlan plan, Budget budget, SearchResults before, PrintWriter err) {
    this.plan = plan;
    this.budget = budget;
    this.results = before;
    this.err = err;
    ofTrials = Search.trials(plan, budget).map(trials -> " of " + trials).orElse("");
    secondsBefore = before.trials().stream().mapToDouble(Trial::seconds).sum();
  }

  /** Says what is searched, and what is known already. */
  void introduce(TrainingSettings settings) {
    Map<String, String> fixed = settings.toMap();
    plan.space().names().forEach(fixed::remove);
    err.println("settings: " + joined(fixed));
    err.printf(
        "%s search of %s%s%n",
        plan.strategy().name().toLowerCase(Locale.ROOT),
        joined(plan.space().toMap()),
        budget.minutes().isPresent()
            ? String.format(Locale.ROOT, ", for %.1f minutes", budget.minutes().getAsDouble())
            : "");
    if (!results.trials().isEmpty()) {
      err.printf(
          Locale.ROOT,
          "going on after %s in %.1f minutes%s%n",
          counted(results.trials().size()),
          secondsBefore / 60,
          bestSoFar());
    }
    err.flush();
  }

  private static String counted(int trials) {
    return trials == 1 ? "1 trial" : trials + " trials";
  }

  private static String joined(Map<String, String> settings) {
    return settings.entrySet().stream()
        .map(setting -> setting.getKey() + " " + setting.getValue())
        .collect(Collectors.joining(", "));
  }

  private String bestSoFar() {
    Optional<Trial> best = results.best();
    return best.map(
            found ->
                String.format(
                    Locale.ROOT,
                    "; best so far %.2f, trial %d",
                    100 * found.best().orElseThrow().f1(),
                    found.number()))
        .orElse("");
  }

  void started(int number, Map<String, String> settings) {
    trial = number;
    latest = "";
    err.printf(Locale.ROOT, "trial %d%s: %s%n", number, ofTrials, joined(settings));
    err.flush();
  }

  void advanced(TrialProgress progress) {
    if (!Ansi.AUTO.enabled()) {
      return;
    }
    if (bar == null) {
      bar =
          new ProgressBarBuilder()
              .setInitialMax(progress.totalSteps())
              .setTaskName("trial " + trial)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(500)
              .setConsumer(new DelegatingProgressBarConsumer(this::draw, BAR_WIDTH))
              .build();
    }
    progress.ended().ifPresent(epoch -> latest = percent(epoch));
    bar.setExtraMessage((latest.isEmpty() ? "" : "F1 " + latest) + bestSoFar() + minutesLeft());
    bar.stepTo(progress.step());
  }

  private String minutesLeft() {
    if (budget.minutes().isEmpty()) {
      return "";
    }
    double spent = secondsBefore + (System.nanoTime() - start) / 1e9;
    return String.format(
        Locale.ROOT, ", %.1f min left", Math.max(0, budget.minutes().getAsDouble() - spent / 60));
  }

  /** Draws the bar over the bar, on a line that nothing else uses; called by the bar's thread. */
  private synchronized void draw(String line) {
    err.print(CLEAR_LINE + line);
    err.flush();
  }

  void ended(Trial ended, SearchResults soFar) {
    results = soFar;
    close();
    if (!ended.epochs().isEmpty()) {
      err.println(
          "  F1 by epoch: "
              + ended.epochs().stream()
                  .map(TuneProgress::percent)
                  .collect(Collectors.joining(" ")));
    }
    err.printf(
        Locale.ROOT,
        "  %s in %.1f minutes%s%s%n",
        ended.status(),
        ended.seconds() / 60,
        ended.message().isEmpty() ? "" : ": " + ended.message(),
        bestSoFar());
    err.flush();
  }

  private static String percent(TrialEpoch epoch) {
    return String.format(Locale.ROOT, "%.1f", 100 * epoch.f1());
  }

  /** Takes the bar away. */
  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
      err.print(CLEAR_LINE);
      err.flush();
    }
  }
}
