package io.github.albertner.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.report.PackageSummary;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what a package says of itself. */
@Command(
    name = "show",
    description =
        "Verifies a model package and shows its types, sizes, settings, scores and provenance.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  ner package show my.bin",
      "  ner package show --model my.bin --card",
      "",
      "Nothing is run. The card says more: task, data and licences, settings, every epoch, test"
          + " scores once there are any, the machine. ner export unpacks it as README.md."
    })
final class PackageShowCommand implements Callable<Integer> {
  /** The package, by itself or as other commands name it. */
  private static final class Which {
    @Parameters(paramLabel = "FILE", description = "Model package to show.")
    private Path file;

    @Option(names = "--model", paramLabel = "FILE", description = "The same.")
    private Path model;
  }

  @ArgGroup(multiplicity = "1")
  private Which which;

  /** What to print instead of the summary. */
  private static final class Instead {
    @Option(names = "--json", description = "Print JSON instead of text.")
    private boolean json;

    @Option(names = "--card", description = "Print the model card, in Markdown.")
    private boolean card;
  }

  @ArgGroup private Instead instead = new Instead();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Path file = which.model == null ? which.file : which.model;
    ModelPackage model = ModelPackage.read(file);
    PrintWriter out = spec.commandLine().getOut();
    if (instead.json) {
      JsonObject object = new JsonObject();
      object.addProperty("file", file.toString());
      object.addProperty("bytes", Files.size(file));
      PackageSummary.json(model).entrySet().forEach(e -> object.add(e.getKey(), e.getValue()));
      out.println(new GsonBuilder().setPrettyPrinting().create().toJson(object));
    } else if (instead.card) {
      out.print(PackageSummary.card(model));
    } else {
      out.printf(Locale.ROOT, "%s: %,d bytes%n", file, Files.size(file));
      out.print(PackageSummary.text(model));
    }
    out.flush();
    return 0;
  }
}
