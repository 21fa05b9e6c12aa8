package io.github.albertner.checkpoint;

import io.github.albertner.modelpackage.AtomicFile;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.network.TorchScript;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Path;

/** A package's network as a TorchScript file. */
public final class TorchScriptFile {
  private TorchScriptFile() {}

  /**
   * Writes it, as {@link TorchScript} says; the tokenizer is not part of it.
   *
   * @param overwrite whether a file that is there is replaced
   * @throws IOException if it cannot be written
   */
  public static void write(ModelPackage model, Path file, boolean overwrite) throws IOException {
    AtomicFile.write(
        file,
        overwrite,
        channel ->
            TorchScript.write(
                model.config(),
                model.labels().size(),
                model.weights(),
                Channels.newOutputStream(channel)));
  }
}
