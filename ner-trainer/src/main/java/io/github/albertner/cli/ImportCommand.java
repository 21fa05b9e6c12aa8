package io.github.albertner.cli;

import io.github.albertner.checkpoint.Checkpoint;
import io.github.albertner.checkpoint.HuggingFaceDirectory;
import io.github.albertner.modelpackage.InvalidModelException;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.weights.DataType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a package of a Hugging Face token classifier. */
@Command(
    name = "import",
    description = "Makes a model package of a Hugging Face AlbertForTokenClassification folder.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example:",
      "  ner import --checkpoint albert-conll03/ --output conll03.bin",
      "",
      "The folder holds config.json with id2label; model.safetensors (or shards with an index) or"
          + " pytorch_model.bin; and tokenizer.json or spiece.model, unless --vocabulary names one."
    })
final class ImportCommand implements Callable<Integer> {
  /** How weights are stored. */
  enum Storage {
    /** As they are. */
    KEEP,
    /** Four bytes each. */
    F32,
    /** Two bytes each. */
    F16
  }

  @Option(
      names = "--checkpoint",
      required = true,
      paramLabel = "DIR",
      description = "Folder to read.")
  private Path checkpoint;

  @Option(
      names = "--vocabulary",
      paramLabel = "DIR|FILE",
      description =
          "Folder of ner vocabulary, spiece.model or tokenizer.json to use instead of the folder's own.")
  private Path vocabulary;

  @Mixin private PackageOutput output;

  @Option(
      names = "--language",
      paramLabel = "TAG",
      defaultValue = "und",
      description = "Language of the text, such as en, where the folder does not say.")
  private String language;

  @Option(
      names = "--storage",
      paramLabel = "TYPE",
      defaultValue = "keep",
      description = "Store weights as f32, as f16 (half the size), or keep them. Default: keep.")
  private Storage storage;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(checkpoint)) {
      throw new InvalidModelException(checkpoint + ": expected a folder with a checkpoint");
    }
    output.check();
    Checkpoint read = HuggingFaceDirectory.read(checkpoint, Optional.ofNullable(vocabulary));
    if (read.labels().isEmpty()) {
      throw new InvalidModelException(
          checkpoint
              + ": the checkpoint has no classifier, so it cannot tag; fine-tune it with"
              + " ner train --base-model "
              + checkpoint);
    }
    ModelPackage model = read.toPackage(language, Instant.now());
    if (storage != Storage.KEEP) {
      model = model.storedAs(DataType.valueOf(storage.name()));
    }
    model.write(output.file(), output.force());
    spec.commandLine()
        .getErr()
        .printf(
            "wrote %s: types %s, %,d bytes%n",
            output.file(), String.join(", ", model.types()), Files.size(output.file()));
    return 0;
  }
}
