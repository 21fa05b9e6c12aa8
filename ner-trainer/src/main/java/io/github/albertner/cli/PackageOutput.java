package io.github.albertner.cli;

import io.github.albertner.modelpackage.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The package that a command writes. */
final class PackageOutput {
  @Option(
      names = "--output",
      required = true,
      paramLabel = "FILE",
      description = "Model package to write.")
  private Path file;

  @Option(names = "--force", description = "Replace the output if it exists.")
  private boolean force;

  /**
   * Checks that the package can be written, before work is put into it.
   *
   * @throws IOException if not
   */
  void check() throws IOException {
    AtomicFile.checkWritable(file, force);
  }

  /** Returns the file to write. */
  Path file() {
    return file;
  }

  /** Returns whether a file that is there is replaced. */
  boolean force() {
    return force;
  }
}
