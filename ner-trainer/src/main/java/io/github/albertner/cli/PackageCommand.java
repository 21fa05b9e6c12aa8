package io.github.albertner.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Commands about package files. */
@Command(
    name = "package",
    description =
        "Shows a model package, splits it into one file per entity type, or measures it for 8-bit"
            + " integers.",
    mixinStandardHelpOptions = true,
    subcommands = {
      PackageSplitCommand.class,
      PackageShowCommand.class,
      PackageCalibrateCommand.class
    })
final class PackageCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "expected one of: " + String.join(", ", spec.subcommands().keySet()));
  }
}
