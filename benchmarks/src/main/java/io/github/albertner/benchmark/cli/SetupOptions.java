package io.github.albertner.benchmark.cli;

import io.github.albertner.benchmark.cases.Setup;
import io.github.albertner.benchmark.measure.Rounds;
import io.github.albertner.benchmark.work.Size;
import io.github.albertner.benchmark.work.Workloads;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Option;

/** Options that most commands have. */
final class SetupOptions {
  private static final Duration TURN = Duration.ofMillis(250);

  @Option(
      names = "--size",
      description = "Size of the network: ${COMPLETION-CANDIDATES}. Default: base.",
      defaultValue = "base")
  private Size size;

  @Option(names = "--threads", description = "Processor threads. Default: all processors.")
  private Integer threads;

  @Option(
      names = "--rounds",
      description = "Most turns of every contender. Default: 7.",
      defaultValue = "7")
  private int rounds;

  @Option(
      names = "--limit",
      paramLabel = "SECONDS",
      description =
          "After so long a case begins no further round, but for the first three. Default: 75.",
      defaultValue = "75")
  private int limit;

  @Option(
      names = "--sentences",
      description = "Sentences of a workload of mixed lengths. Default: 96.",
      defaultValue = "96")
  private int sentences;

  @Option(
      names = "--corpora",
      paramLabel = "FOLDER",
      description = "Folder with wnut17 and ncbi-disease. Default: ../shared/corpora.")
  private Path corpora = home().resolve("../shared/corpora");

  private Path peers = home().resolve("benchmarks/target/peers");

  Setup setup() {
    return new Setup(
        size,
        threads == null ? Runtime.getRuntime().availableProcessors() : threads,
        new Rounds(1, rounds, TURN, Duration.ofSeconds(limit)),
        sentences,
        new Workloads(corpora),
        peers);
  }

  static Path home() {
    return Path.of(System.getProperty("ner.home", "."));
  }
}
