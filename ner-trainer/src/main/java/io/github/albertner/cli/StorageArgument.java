package io.github.albertner.cli;

import io.github.albertner.weights.DataType;
import picocli.CommandLine.Option;

/** How the weights of a trained package are stored. */
final class StorageArgument {
  @Option(
      names = "--storage",
      paramLabel = "TYPE",
      defaultValue = "f32",
      description = "Store the package's weights as f32, or as f16: half the size. Default: f32.")
  private DataType type;

  /** Returns the type that weights are stored as. */
  DataType type() {
    return type;
  }
}
