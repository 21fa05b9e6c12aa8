package io.github.albertner.benchmark.cases;

import io.github.albertner.benchmark.measure.MarkdownTable;
import io.github.albertner.benchmark.measure.Spread;
import io.github.albertner.benchmark.measure.Target;
import io.github.albertner.network.Precision;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Resident memory of a process that holds a network and uses it on clinical notes. */
public final class Memory {
  private static final double MOST_MIB = 350;

  private final Setup setup;
  private final Class<?> program;

  /**
   * A case.
   *
   * @param program as {@link MemoryProgram} has it
   */
  public Memory(Setup setup, Class<?> program) {
    this.setup = setup;
    this.program = program;
  }

  /** Measures each precision. */
  public Outcome run() throws Exception {
    Path file = Files.createTempFile("benchmark", ".bin");
    try {
      setup.size().model().write(file, true);
      MemoryProgram memory = new MemoryProgram(program, file);
      MarkdownTable table = new MarkdownTable("", "loaded, MiB", "used, MiB", "most, MiB");
      List<Target> targets = new ArrayList<>();
      for (Precision precision : Setup.precisions()) {
        MemoryProgram.Resident mib = memory.run(setup.options(precision), setup.sentences(), 0);
        table.row(
            Setup.ours(precision),
            Spread.of(mib.loaded()).shown(0),
            Spread.of(mib.used()).shown(0),
            Spread.of(mib.most()).shown(0));
        if (precision == Precision.F32) {
          targets.add(
              Target.atMost(
                  "resident memory, f32 loaded and used", MOST_MIB, "MiB", Spread.of(mib.used())));
        }
      }
      return new Outcome(
          "Resident memory, %d sentences, %d threads".formatted(setup.sentences(), setup.threads()),
          table.render(),
          targets);
    } finally {
      Files.delete(file);
    }
  }
}
