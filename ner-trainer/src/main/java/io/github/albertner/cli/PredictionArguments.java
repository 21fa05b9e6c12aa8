package io.github.albertner.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Predictions that were made before, by whatever tool. */
final class PredictionArguments {
  @Option(
      names = "--predictions",
      paramLabel = "FILE",
      arity = "1..*",
      required = true,
      description =
          "Score these files instead of a model: what another run or tool found in the text of"
              + " --data, in the same format. CAS files are matched by name and compared by"
              + " characters; other files must hold the same words in the same order.")
  private List<Path> files;

  @Option(
      names = "--predicted-types",
      paramLabel = "A:label,...",
      description =
          "CAS files: entity types of the predictions, as --entity-types. Default: those of the"
              + " data.")
  private String types;

  /** The files. */
  List<Path> files() {
    return files;
  }

  /** Entity types as written, or null if they are those of the data. */
  String types() {
    return types;
  }
}
