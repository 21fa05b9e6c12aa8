package io.github.albertner.cli;

import com.google.gson.GsonBuilder;
import io.github.albertner.diagnose.Diagnosis;
import io.github.albertner.diagnose.DiagnosisJson;
import io.github.albertner.diagnose.DiagnosisText;
import io.github.albertner.diagnose.Doctor;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.network.DeviceChoice;
import io.github.albertner.settings.Ranges;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what this machine computes on, whether the numbers are right, and how fast it is. */
@Command(
    name = "doctor",
    description =
        "Shows engine, natives, processor and GPUs; checks every precision of the device against"
            + " stored numbers; measures its speed.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  ner doctor",
      "  ner doctor --device gpu --model my.bin",
      "  ner doctor --json",
      "",
      "The numbers are logits of a small network that another implementation computed in 64 bits;"
          + " the error is relative. Speed is that of the network alone, in windows of 32 pieces,"
          + " about a second for each precision. Exit code 1 if a check fails, or the device asked"
          + " for is not there. docs/gpu.md says which natives a GPU needs."
    })
final class DoctorCommand implements Callable<Integer> {
  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      description = "auto, cpu, gpu or gpu:N. Default: auto.")
  private String device = DeviceChoice.AUTO.label();

  @Option(
      names = "--model",
      paramLabel = "FILE",
      description = "Model package whose speed is measured. Default: models/english.bin.")
  private Path file;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Processor threads. Default: all processors.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--json", description = "Print JSON instead of text.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    ModelPackage model = ModelPackage.read(DefaultModel.or(file));
    Ranges.threads(threads);
    Diagnosis diagnosis = Doctor.examine(DeviceChoice.of(device), Optional.of(model), threads);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(
          new GsonBuilder().setPrettyPrinting().create().toJson(DiagnosisJson.of(diagnosis)));
    } else {
      out.print(DiagnosisText.render(diagnosis));
    }
    out.flush();
    return diagnosis.isSound() ? 0 : 1;
  }
}
