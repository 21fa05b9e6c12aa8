package io.github.albertner.benchmark.cli;

import io.github.albertner.benchmark.cases.Memory;
import io.github.albertner.benchmark.cases.MixedLengths;
import io.github.albertner.benchmark.cases.OneAtATime;
import io.github.albertner.benchmark.cases.OutsideTheNetwork;
import io.github.albertner.benchmark.cases.ProcessStart;
import io.github.albertner.benchmark.cases.TrainingSteps;
import io.github.albertner.benchmark.cases.UniformShapes;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The commands that run one case each. */
final class CaseCommands {
  private CaseCommands() {}

  @Command(
      name = "ladder",
      description = "Every precision beside every peer, on sentences of mixed lengths.",
      mixinStandardHelpOptions = true)
  static final class Ladder implements Callable<Integer> {
    @Mixin private SetupOptions options;

    @Override
    public Integer call() throws Exception {
      Report report = new Report();
      report.add(new MixedLengths(options.setup(), true).run());
      report.add(new OneAtATime(options.setup()).run());
      return 0;
    }
  }

  @Command(
      name = "shapes",
      description = "Batches whose sentences are all of the same length.",
      mixinStandardHelpOptions = true)
  static final class Shapes implements Callable<Integer> {
    @Mixin private SetupOptions options;

    @Override
    public Integer call() throws Exception {
      new Report().add(new UniformShapes(options.setup()).run());
      return 0;
    }
  }

  @Command(
      name = "startup",
      description = "From the start of a process to its first result.",
      mixinStandardHelpOptions = true)
  static final class Startup implements Callable<Integer> {
    @Mixin private SetupOptions options;

    @Override
    public Integer call() throws Exception {
      Report report = new Report();
      report.add(new ProcessStart(options.setup(), FirstResult.class, SetupOptions.home()).run());
      report.finish();
      return 0;
    }
  }

  @Command(
      name = "memory",
      description = "Resident memory of a process that holds a network and uses it.",
      mixinStandardHelpOptions = true)
  static final class MemoryUse implements Callable<Integer> {
    @Mixin private SetupOptions options;

    @Override
    public Integer call() throws Exception {
      Report report = new Report();
      report.add(new Memory(options.setup(), ResidentMemory.class).run());
      report.finish();
      return 0;
    }
  }

  @Command(
      name = "parts",
      description = "How much of the time goes into anything but the network.",
      mixinStandardHelpOptions = true)
  static final class Parts implements Callable<Integer> {
    @Mixin private SetupOptions options;

    @Override
    public Integer call() throws Exception {
      Report report = new Report();
      report.add(new OutsideTheNetwork(options.setup()).run());
      report.finish();
      return 0;
    }
  }

  @Command(
      name = "training",
      description = "An update of the trainer, beside eager DJL.",
      mixinStandardHelpOptions = true)
  static final class Training implements Callable<Integer> {
    @Mixin private SetupOptions options;

    @Override
    public Integer call() throws Exception {
      Report report = new Report();
      report.add(new TrainingSteps(options.setup()).run());
      report.finish();
      return 0;
    }
  }
}
