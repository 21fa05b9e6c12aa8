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
              + " --data, in the same format. CAS files, which are matched by name, and texts without"
              + " tokens are compared by characters; other files must hold the same words in the same"
              + " order.")
  private List<Path> files;

  @Option(
      names = "--predicted-column",
      paramLabel = "COLUMN",
      description =
          "Column files: number from 1, or header name, of the tags in the predictions. Default: as"
              + " in the data.")
  private String column;

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

  /** Column of the tags, or null if it is found as that of the data. */
  String column() {
    return column;
  }

  /** Entity types as written, or null if they are those of the data. */
  String types() {
    return types;
  }
}
