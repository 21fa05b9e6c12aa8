package io.github.albertner.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Commands about package files. */
@Command(
    name = "package",
    description =
        "Shows a model package, splits it into one file per entity type, measures it for 8-bit"
            + " integers, or gives it a casing table.",
    mixinStandardHelpOptions = true,
    subcommands = {
      PackageSplitCommand.class,
      PackageShowCommand.class,
      PackageCalibrateCommand.class,
      PackageCasingCommand.class
    },
    footer = {
      "",
      "Examples:",
      "  ner package show my.bin",
      "  ner package split --model my.bin --output-dir models/"
    })
final class PackageCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "expected one of: " + String.join(", ", spec.subcommands().keySet()));
  }
}
