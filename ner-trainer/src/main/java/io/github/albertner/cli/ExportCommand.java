package io.github.albertner.cli;

import io.github.albertner.checkpoint.HuggingFaceDirectory;
import io.github.albertner.checkpoint.OnnxFile;
import io.github.albertner.checkpoint.OnnxPrecision;
import io.github.albertner.checkpoint.TorchScriptFile;
import io.github.albertner.modelpackage.ModelPackage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a package as others read it. */
@Command(
    name = "export",
    description =
        "Unpacks a model package into a folder that Hugging Face transformers loads, or writes its"
            + " network as an ONNX or a TorchScript file.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  ner export --model my.bin --output my-model/",
      "  ner export --model my.bin --onnx my.onnx",
      "  ner export --model my.bin --torchscript my.pt",
      "",
      "In Python: AlbertForTokenClassification.from_pretrained(\"my-model\"). ner import makes the"
          + " same package of the folder again.",
      "An ONNX file has the inputs input_ids, attention_mask and token_type_ids and the output"
          + " logits, as Hugging Face's optimum makes it, in f32. A TorchScript file is for"
          + " torch.jit.load, on any device; benchmarks/gpu/torchscript.py shows its use. Both hold"
          + " no tokenizer and no labels: export the folder as well."
    })
final class ExportCommand implements Callable<Integer> {
  @Option(
      names = "--model",
      required = true,
      paramLabel = "FILE",
      description = "Model package to read.")
  private Path model;

  /** What to write. */
  private static final class Target {
    @Option(names = "--output", paramLabel = "DIR", description = "Folder to make.")
    private Path folder;

    @Option(
        names = "--onnx",
        paramLabel = "FILE",
        description = "ONNX file to make, instead of a folder.")
    private Path onnx;

    @Option(
        names = "--torchscript",
        paramLabel = "FILE",
        description = "TorchScript file to make, instead of a folder.")
    private Path torchScript;
  }

  @ArgGroup(multiplicity = "1")
  private Target target;

  @Option(names = "--force", description = "Replace the file, or the folder's files, if it exists.")
  private boolean force;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    ModelPackage read = ModelPackage.read(model);
    Path written;
    if (target.folder != null) {
      written = target.folder;
      HuggingFaceDirectory.write(read, written, force);
    } else if (target.onnx != null) {
      written = target.onnx;
      OnnxFile.write(read, OnnxPrecision.F32, written, force);
    } else {
      written = target.torchScript;
      TorchScriptFile.write(read, written, force);
    }
    spec.commandLine().getErr().println("wrote " + written);
    return 0;
  }
}
