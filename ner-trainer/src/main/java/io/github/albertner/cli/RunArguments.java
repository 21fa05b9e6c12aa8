package io.github.albertner.cli;

import io.github.albertner.TaggerOptions;
import io.github.albertner.network.Precision;
import picocli.CommandLine.Option;

/** How a tagger is run: the options that all commands with a model share. */
final class RunArguments {
  @Option(
      names = "--precision",
      paramLabel = "TYPE",
      description =
          "auto: bf16 where the processor multiplies it, else f32; or f32, bf16; int8: fastest, for"
              + " packages with activation ranges (ner package calibrate); f16: GPUs only. Default:"
              + " auto.")
  private Precision precision;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Processor threads. Default: all processors.")
  private Integer threads;

  /** The options as the library takes them. */
  TaggerOptions toOptions() {
    TaggerOptions options = TaggerOptions.defaults();
    if (precision != null) {
      options = options.withPrecision(precision);
    }
    return threads == null ? options : options.withThreads(threads);
  }
}
