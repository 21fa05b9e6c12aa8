package io.github.albertner.benchmark.cli;

import io.github.albertner.benchmark.cases.ManyThreads;
import io.github.albertner.benchmark.cases.Memory;
import io.github.albertner.benchmark.cases.MixedLengths;
import io.github.albertner.benchmark.cases.OneAtATime;
import io.github.albertner.benchmark.cases.OutsideTheNetwork;
import io.github.albertner.benchmark.cases.ProcessStart;
import io.github.albertner.benchmark.cases.Setup;
import io.github.albertner.benchmark.cases.ShareOfCeiling;
import io.github.albertner.benchmark.cases.TrainingSteps;
import io.github.albertner.benchmark.cases.UniformShapes;
import picocli.CommandLine.Command;

/** The commands that run one case each, or two that belong together. */
final class CaseCommands {
  private CaseCommands() {}

  @Command(
      name = "ceiling",
      description = "A batch of 32x32 beside bare products of the same rows.",
      mixinStandardHelpOptions = true)
  static final class Ceiling extends CaseCommand {
    @Override
    void run(Setup setup, Report report) throws Exception {
      report.add(new ShareOfCeiling(setup).run());
    }
  }

  @Command(
      name = "threads",
      description = "8 threads that each call find with one sentence, beside one call of all.",
      mixinStandardHelpOptions = true)
  static final class Threads extends CaseCommand {
    @Override
    void run(Setup setup, Report report) throws Exception {
      report.add(new ManyThreads(setup).run());
    }
  }

  @Command(
      name = "ladder",
      description = "Every precision beside every peer, on sentences of mixed lengths.",
      mixinStandardHelpOptions = true)
  static final class Ladder extends CaseCommand {
    @Override
    void run(Setup setup, Report report) throws Exception {
      report.add(new MixedLengths(setup, true).run());
      report.add(new OneAtATime(setup).run());
    }
  }

  @Command(
      name = "shapes",
      description = "Batches whose sentences are all of the same length.",
      mixinStandardHelpOptions = true)
  static final class Shapes extends CaseCommand {
    @Override
    void run(Setup setup, Report report) throws Exception {
      report.add(new UniformShapes(setup).run());
    }
  }

  @Command(
      name = "startup",
      description = "From the start of a process to its first result.",
      mixinStandardHelpOptions = true)
  static final class Startup extends CaseCommand {
    @Override
    void run(Setup setup, Report report) throws Exception {
      report.add(new ProcessStart(setup, FirstResult.class, SetupOptions.home()).run());
    }
  }

  @Command(
      name = "memory",
      description = "Resident memory of a process that holds a network and uses it.",
      mixinStandardHelpOptions = true)
  static final class MemoryUse extends CaseCommand {
    @Override
    void run(Setup setup, Report report) throws Exception {
      report.add(new Memory(setup, ResidentMemory.class).run());
    }
  }

  @Command(
      name = "parts",
      description = "How much of the time goes into anything but the network.",
      mixinStandardHelpOptions = true)
  static final class Parts extends CaseCommand {
    @Override
    void run(Setup setup, Report report) throws Exception {
      report.add(new OutsideTheNetwork(setup).run());
      SplittersCommand.share(setup.rounds()).ifPresent(report::add);
    }
  }

  @Command(
      name = "training",
      description = "An update of the trainer, beside eager DJL.",
      mixinStandardHelpOptions = true)
  static final class Training extends CaseCommand {
    @Override
    void run(Setup setup, Report report) throws Exception {
      report.add(new TrainingSteps(setup).run());
    }
  }
}
