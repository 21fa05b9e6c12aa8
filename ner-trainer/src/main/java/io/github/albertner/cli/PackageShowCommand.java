package io.github.albertner.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.report.PackageSummary;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what a package says of itself. */
@Command(
    name = "show",
    description =
        "Verifies a model package and shows its types, sizes, settings, scores and provenance.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example:",
      "  ner package show --model my.bin",
      "",
      "Nothing is run. The scores are those of the development data it was trained beside; ner"
          + " evaluate judges it on other data. ner export unpacks its model card, README.md."
    })
final class PackageShowCommand implements Callable<Integer> {
  @Option(
      names = "--model",
      required = true,
      paramLabel = "FILE",
      description = "Model package to show.")
  private Path file;

  @Option(names = "--json", description = "Print JSON instead of text.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    ModelPackage model = ModelPackage.read(file);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      JsonObject object = new JsonObject();
      object.addProperty("file", file.toString());
      object.addProperty("bytes", Files.size(file));
      PackageSummary.json(model).entrySet().forEach(e -> object.add(e.getKey(), e.getValue()));
      out.println(new GsonBuilder().setPrettyPrinting().create().toJson(object));
    } else {
      out.printf("%s: %,d bytes%n", file, Files.size(file));
      out.print(PackageSummary.text(model));
    }
    out.flush();
    return 0;
  }
}
