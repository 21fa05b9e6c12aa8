package io.github.albertner.benchmark.cli;

import io.github.albertner.benchmark.cases.Outcome;
import io.github.albertner.benchmark.measure.Target;
import java.util.ArrayList;
import java.util.List;

/** Prints outcomes as they come, in Markdown. */
final class Report {
  private final List<Target> targets = new ArrayList<>();

  void add(List<Outcome> outcomes) {
    outcomes.forEach(this::add);
  }

  void add(Outcome outcome) {
    System.out.printf("### %s%n%n%s%n", outcome.title(), outcome.table());
    targets.addAll(outcome.targets());
  }

  void finish() {
    if (!targets.isEmpty()) {
      System.out.printf("## Targets%n%n%s%n", Target.table(targets));
    }
  }
}
