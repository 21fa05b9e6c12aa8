package io.github.albertner.benchmark.cli;

import io.github.albertner.NerTagger;
import io.github.albertner.TaggerOptions;
import io.github.albertner.benchmark.process.ProcessMemory;
import io.github.albertner.benchmark.work.Workload;
import io.github.albertner.benchmark.work.Workloads;
import io.github.albertner.network.Precision;
import java.io.IOException;
import java.nio.file.Path;

/** Loads a package, uses it, and says how much memory was resident. */
final class ResidentMemory {
  private ResidentMemory() {}

  /**
   * Runs it.
   *
   * @param arguments package file, precision, batch budget, number of sentences
   */
  public static void main(String[] arguments) throws IOException {
    TaggerOptions options =
        TaggerOptions.defaults()
            .withPrecision(Precision.valueOf(arguments[1]))
            .withBatchPieces(Integer.parseInt(arguments[2]));
    Workload workload = new Workloads(Path.of("")).notes(Integer.parseInt(arguments[3]));
    try (NerTagger tagger = NerTagger.load(Path.of(arguments[0]), options)) {
      System.out.println(ProcessMemory.resident());
      for (int i = 0; i < 3; i++) {
        tagger.tagAll(workload.sentences());
      }
      System.out.println(ProcessMemory.resident());
      System.out.println(ProcessMemory.peak());
    }
  }
}
