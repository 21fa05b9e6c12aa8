package io.github.albertner.benchmark.cases;

import io.github.albertner.TaggerOptions;
import io.github.albertner.benchmark.measure.MarkdownTable;
import io.github.albertner.benchmark.measure.Spread;
import io.github.albertner.benchmark.measure.Target;
import io.github.albertner.benchmark.process.ChildJvm;
import io.github.albertner.network.Precision;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Resident memory of a process that holds a network and uses it. */
public final class Memory {
  private static final double MOST_MIB = 350;
  private static final List<Integer> BUDGETS = List.of(256, 1024, 2048, 4096, 8192);

  private final Setup setup;
  private final Class<?> program;

  /**
   * A case.
   *
   * @param program takes a package, a precision, a batch budget and a number of sentences; loads,
   *     tags that many clinical sentences, and writes the MiB resident when loaded, resident when
   *     used, and at most, a line each
   */
  public Memory(Setup setup, Class<?> program) {
    this.setup = setup;
    this.program = program;
  }

  /** Measures each precision, and f32 with several budgets. */
  public Outcome run() throws Exception {
    Path file = Files.createTempFile("benchmark", ".bin");
    try {
      setup.size().model().write(file, true);
      MarkdownTable table =
          new MarkdownTable("", "batch budget", "loaded, MiB", "used, MiB", "most, MiB");
      List<Target> targets = new ArrayList<>();
      int usual = TaggerOptions.defaults().batchPieces();
      for (Precision precision : Setup.precisions()) {
        List<Double> mib = measure(table, file, precision, usual);
        if (precision == Precision.F32) {
          targets.add(
              Target.atMost(
                  "resident memory, f32 loaded and used", MOST_MIB, "MiB", Spread.of(mib.get(1))));
        }
      }
      for (int budget : BUDGETS) {
        if (budget != usual) {
          measure(table, file, Precision.F32, budget);
        }
      }
      return new Outcome(
          "Resident memory, %d sentences".formatted(setup.sentences()), table.render(), targets);
    } finally {
      Files.delete(file);
    }
  }

  private List<Double> measure(MarkdownTable table, Path model, Precision precision, int budget)
      throws Exception {
    List<Double> mib =
        new ChildJvm()
                .run(
                    program,
                    model.toString(),
                    precision.name(),
                    Integer.toString(budget),
                    Integer.toString(setup.sentences()))
                .lines()
                .stream()
                .map(Double::valueOf)
                .toList();
    table.row(
        Setup.ours(precision),
        Integer.toString(budget),
        Spread.of(mib.get(0)).shown(0),
        Spread.of(mib.get(1)).shown(0),
        Spread.of(mib.get(2)).shown(0));
    return mib;
  }
}
