package io.github.albertner.cli;

import io.github.albertner.modelpackage.ModelPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Saves what a long run made, in another place if the one asked for fails. */
final class ModelSaver {
  private final Path rescueRoot;

  /** Rescues into the system's folder for temporary files. */
  ModelSaver() {
    this(Path.of(System.getProperty("java.io.tmpdir")));
  }

  /** Rescues into a new folder of this one. */
  ModelSaver(Path rescueRoot) {
    this.rescueRoot = rescueRoot;
  }

  /**
   * Writes a package.
   *
   * @throws IOException if it cannot be written to the output; the message says where it was saved
   *     instead, if it could be
   */
  void save(ModelPackage model, Path output, boolean overwrite) throws IOException {
    try {
      model.write(output, overwrite);
    } catch (IOException failure) {
      throw new IOException(
          failure.getMessage() + "; " + rescue(model, output.getFileName(), failure), failure);
    }
  }

  private String rescue(ModelPackage model, Path name, IOException failure) {
    try {
      Path saved = Files.createTempDirectory(rescueRoot, "ner-").resolve(name);
      model.write(saved, false);
      return "the model is saved as " + saved;
    } catch (IOException e) {
      failure.addSuppressed(e);
      return "saving it elsewhere failed too: " + e.getMessage();
    }
  }
}
