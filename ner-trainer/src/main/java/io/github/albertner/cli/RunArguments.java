package io.github.albertner.cli;

import io.github.albertner.TaggerOptions;
import io.github.albertner.network.Precision;
import picocli.CommandLine.Option;

/** How a tagger is run: the options that all commands with a model share. */
final class RunArguments {
  @Option(
      names = "--precision",
      paramLabel = "TYPE",
      defaultValue = "f32",
      description = "f32, or bf16: faster where the processor has it. Default: ${DEFAULT-VALUE}.")
  private Precision precision;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Processor threads. Default: all processors.")
  private Integer threads;

  /** The options as the library takes them. */
  TaggerOptions toOptions() {
    TaggerOptions options = TaggerOptions.defaults().withPrecision(precision);
    return threads == null ? options : options.withThreads(threads);
  }
}
