package io.github.albertner.cli;

import io.github.albertner.checkpoint.HuggingFaceDirectory;
import io.github.albertner.modelpackage.ModelPackage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Unpacks a package into a Hugging Face folder. */
@Command(
    name = "export",
    description = "Unpacks a model package into a folder that Hugging Face transformers loads.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example:",
      "  ner export --model my.bin --output my-model/",
      "",
      "In Python: AlbertForTokenClassification.from_pretrained(\"my-model\"). ner import makes the"
          + " same package of the folder again."
    })
final class ExportCommand implements Callable<Integer> {
  @Option(
      names = "--model",
      required = true,
      paramLabel = "FILE",
      description = "Model package to read.")
  private Path model;

  @Option(names = "--output", required = true, paramLabel = "DIR", description = "Folder to make.")
  private Path output;

  @Option(names = "--force", description = "Replace the folder's files if it exists.")
  private boolean force;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    HuggingFaceDirectory.write(ModelPackage.read(model), output, force);
    spec.commandLine().getErr().println("wrote " + output);
    return 0;
  }
}
