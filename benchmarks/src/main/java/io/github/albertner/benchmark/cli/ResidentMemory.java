package io.github.albertner.benchmark.cli;

import io.github.albertner.NerTagger;
import io.github.albertner.TaggerOptions;
import io.github.albertner.benchmark.process.ProcessMemory;
import io.github.albertner.benchmark.work.Workload;
import io.github.albertner.benchmark.work.Workloads;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.network.Precision;
import io.github.albertner.tokenize.SubwordTokenizer;
import java.io.IOException;
import java.nio.file.Path;

/** Loads a package, uses it, and says how much memory was resident. */
final class ResidentMemory {
  private ResidentMemory() {}

  /**
   * Runs it.
   *
   * @param arguments package file, precision, batch budget, threads, number of sentences, and
   *     pieces of each, or 0 for clinical notes
   */
  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    TaggerOptions options =
        TaggerOptions.defaults()
            .withPrecision(Precision.valueOf(arguments[1]))
            .withBatchPieces(Integer.parseInt(arguments[2]))
            .withThreads(Integer.parseInt(arguments[3]));
    int sentences = Integer.parseInt(arguments[4]);
    int pieces = Integer.parseInt(arguments[5]);
    try (NerTagger tagger = NerTagger.load(file, options)) {
      System.out.println(ProcessMemory.resident());
      Workload workload =
          pieces == 0 ? Workloads.part(0, sentences, 120) : uniform(file, sentences, pieces);
      for (int i = 0; i < 3; i++) {
        tagger.tagAll(workload.sentences());
      }
      System.out.println(ProcessMemory.resident());
      System.out.println(ProcessMemory.peak());
    }
  }

  private static Workload uniform(Path file, int sentences, int pieces) throws IOException {
    SubwordTokenizer tokenizer = SubwordTokenizer.ofJson(ModelPackage.read(file).tokenizerJson());
    return Workloads.uniform(tokenizer, sentences, pieces);
  }
}
