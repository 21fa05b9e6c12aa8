package io.github.albertner.cli;

import io.github.albertner.TaggerOptions;
import io.github.albertner.network.DeviceChoice;
import io.github.albertner.network.Precision;
import picocli.CommandLine.Option;

/** How a tagger is run: the options that all commands with a model share. */
final class RunArguments {
  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      description =
          "auto: a GPU if one works, else the processor; or cpu, gpu, gpu:N (ner doctor shows what"
              + " there is). Default: auto.")
  private String device;

  @Option(
      names = "--precision",
      paramLabel = "TYPE",
      description =
          "auto: f16 on a GPU, bf16 where the processor multiplies it, else f32; or f32, bf16; int8:"
              + " fastest on processors, for packages with activation ranges (ner package"
              + " calibrate); f16: GPUs only. Default: auto.")
  private Precision precision;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Processor threads. Default: all processors.")
  private Integer threads;

  @Option(
      names = "--recase",
      paramLabel = "on|off",
      description =
          "Whether sentences that are all in capitals, all in small letters or headlines are tagged"
              + " as they are usually written, if the package says how. Default: on.")
  private String recase;

  /** The options as the library takes them. */
  TaggerOptions toOptions() {
    TaggerOptions options = TaggerOptions.defaults();
    if (device != null) {
      options = options.withDevice(DeviceChoice.of(device));
    }
    if (precision != null) {
      options = options.withPrecision(precision);
    }
    if (recase != null) {
      options = options.withRecasing(isOn(recase));
    }
    return threads == null ? options : options.withThreads(threads);
  }

  private static boolean isOn(String value) {
    return switch (value) {
      case "on" -> true;
      case "off" -> false;
      default ->
          throw new IllegalArgumentException(
              "--recase: expected on or off, found \"%s\"".formatted(value));
    };
  }
}
