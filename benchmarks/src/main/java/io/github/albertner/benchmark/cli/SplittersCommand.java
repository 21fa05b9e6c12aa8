package io.github.albertner.benchmark.cli;

import io.github.albertner.NerPipeline;
import io.github.albertner.PipelineOptions;
import io.github.albertner.benchmark.cases.Outcome;
import io.github.albertner.benchmark.measure.Rounds;
import io.github.albertner.benchmark.split.SplittersCase;
import io.github.albertner.modelpackage.ModelLocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Our splitter beside others. */
@Command(
    name = "splitters",
    description = {
      "Splitters of raw text beside each other: tokens, sentence ends and lost names on texts with",
      "gold annotations, and what splitting takes of the way from text to entities with",
      "models/english.bin."
    },
    mixinStandardHelpOptions = true)
final class SplittersCommand implements Callable<Integer> {
  private static final String TEXTS = "../shared/corpora/gum-names/text.jsonl";
  private static final Duration LIMIT = Duration.ofMinutes(5);

  @Option(
      names = "--texts",
      paramLabel = "FILE",
      description =
          "JSON Lines with text, sentences, tokens and entities by offset in code points. Default:"
              + " ${DEFAULT-VALUE}.",
      defaultValue = TEXTS)
  private Path texts;

  @Option(
      names = "--rounds",
      description = "How often each takes its turn. Default: ${DEFAULT-VALUE}.",
      defaultValue = "5")
  private int rounds;

  @Override
  public Integer call() throws Exception {
    Path file = texts.isAbsolute() ? texts : SetupOptions.home().resolve(texts);
    SplittersCase splitters = new SplittersCase(file);
    Report report = new Report();
    report.add(new Outcome("Splitters of raw text", splitters.scores().render(), List.of()));
    report.add(share(splitters, new Rounds(1, rounds, Duration.ZERO, LIMIT)));
    report.finish();
    return 0;
  }

  /** What splitting takes, if the texts of the default are there. */
  static Optional<Outcome> share(Rounds rounds) throws Exception {
    Path file = SetupOptions.home().resolve(TEXTS);
    return Files.exists(file)
        ? Optional.of(share(new SplittersCase(file), rounds))
        : Optional.empty();
  }

  private static Outcome share(SplittersCase splitters, Rounds rounds) throws Exception {
    try (NerPipeline pipeline =
        NerPipeline.of(ModelLocation.read(ModelLocation.BUNDLED), PipelineOptions.defaults())) {
      SplittersCase.Times times = splitters.times(pipeline, rounds);
      return new Outcome("What splitting takes", times.table().render(), List.of(times.share()));
    }
  }
}
