package io.github.albertner.benchmark.cases;

import io.github.albertner.benchmark.measure.MarkdownTable;
import io.github.albertner.benchmark.measure.Spread;
import io.github.albertner.benchmark.measure.Target;
import io.github.albertner.benchmark.process.ChildJvm;
import io.github.albertner.modelpackage.ModelPackage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** From the start of a process to its first result, with the files in the page cache. */
public final class ProcessStart {
  private static final double MOST_SECONDS = 1.5;

  private final Setup setup;
  private final Class<?> program;
  private final Path home;

  /**
   * A case.
   *
   * @param program loads the package that is its first argument with the precision that is its
   *     second, tags a sentence, and writes a line
   * @param home folder of the project, with {@code ner}
   */
  public ProcessStart(Setup setup, Class<?> program, Path home) {
    this.setup = setup;
    this.program = program;
    this.home = home;
  }

  /** Measures. */
  public Outcome run() throws Exception {
    Path folder = Files.createTempDirectory("benchmark");
    Path file = folder.resolve("model.bin");
    Path classes = folder.resolve("classes.jsa");
    Path text = folder.resolve("text.txt");
    try {
      ModelPackage model = setup.size().model();
      model.write(file, true);
      Files.writeString(text, "Metformin was given in Boston .\n");
      if (ChildJvm.isOfJars()) {
        new ChildJvm("-XX:ArchiveClassesAtExit=" + classes).run(program, file.toString(), "F32");
      }
      return measure(starts(file, classes, text));
    } finally {
      for (Path path : List.of(file, classes, text)) {
        Files.deleteIfExists(path);
      }
      Files.delete(folder);
    }
  }

  private Map<String, Callable<Double>> starts(Path model, Path classes, Path text) {
    Map<String, Callable<Double>> starts = new LinkedHashMap<>();
    String file = model.toString();
    starts.put("library, f32", () -> new ChildJvm().run(program, file, "F32").seconds());
    starts.put("library, bf16", () -> new ChildJvm().run(program, file, "BF16").seconds());
    if (Files.exists(classes)) {
      ChildJvm shared = new ChildJvm("-XX:SharedArchiveFile=" + classes, "-XX:TieredStopAtLevel=1");
      starts.put(
          "library, f32, class data archive, C1 only",
          () -> shared.run(program, file, "F32").seconds());
    }
    if (Files.isDirectory(home.resolve("ner-trainer/target/lib"))) {
      List<String> command =
          List.of(
              home.resolve("ner").toString(),
              "annotate",
              "--tokenized",
              "--model",
              file,
              text.toString());
      starts.put("./ner annotate, f32", () -> ChildJvm.run(command).seconds());
    }
    return starts;
  }

  private Outcome measure(Map<String, Callable<Double>> starts) throws Exception {
    Map<String, List<Double>> seconds = new LinkedHashMap<>();
    for (int round = 0; round <= setup.rounds().rounds(); round++) {
      for (Map.Entry<String, Callable<Double>> start : starts.entrySet()) {
        double time = start.getValue().call();
        if (round > 0) {
          seconds.computeIfAbsent(start.getKey(), k -> new ArrayList<>()).add(time);
        }
      }
    }
    MarkdownTable table = new MarkdownTable("", "seconds", "spread");
    List<Target> targets = new ArrayList<>();
    seconds.forEach(
        (name, times) -> {
          Spread spread = Spread.of(times.stream().mapToDouble(Double::doubleValue).toArray());
          table.row(name, spread.shown(2), spread.range(2));
          targets.add(
              Target.atMost("process start to first result: " + name, MOST_SECONDS, "s", spread));
        });
    return new Outcome("Process start to first result", table.render(), targets);
  }
}
