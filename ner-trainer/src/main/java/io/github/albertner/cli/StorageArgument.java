package io.github.albertner.cli;

import io.github.albertner.weights.DataType;
import picocli.CommandLine.Option;

/** How the weights of what was trained are stored. */
final class StorageArgument {
  /** Types that weights can be stored as. */
  enum Storage {
    F32,
    F16
  }

  @Option(
      names = "--storage",
      paramLabel = "TYPE",
      defaultValue = "f32",
      description = "Store the weights as f32, or as f16: half the size. Default: f32.")
  private Storage type;

  /** Returns the type that weights are stored as. */
  DataType type() {
    return DataType.valueOf(type.name());
  }
}
