package io.github.albertner.benchmark.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point of benchmarks/run. */
@Command(
    name = "run",
    description = "Measures speed and memory, ours beside other ways to run the same network.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      TargetsCommand.class,
      CaseCommands.Ceiling.class,
      CaseCommands.Ladder.class,
      CaseCommands.Shapes.class,
      CaseCommands.Threads.class,
      CaseCommands.Parts.class,
      CaseCommands.Startup.class,
      CaseCommands.MemoryUse.class,
      CaseCommands.Training.class,
      SplittersCommand.class,
      ScaleCommand.class,
      StreamCommand.class,
      JmhCommand.class,
      GpuCommand.class
    })
public final class Benchmarks {
  private Benchmarks() {}

  /**
   * Runs a command and exits: 0 done, 1 failed, 2 usage.
   *
   * @param arguments of the command line
   */
  public static void main(String[] arguments) {
    CommandLine commandLine = new CommandLine(new Benchmarks());
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    System.exit(commandLine.execute(arguments));
  }
}
