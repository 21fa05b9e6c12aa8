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
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "targets",
    description = "What is promised, and whether it is met on this machine.",
    mixinStandardHelpOptions = true)
final class TargetsCommand implements Callable<Integer> {
  @Mixin private SetupOptions options;

  @Override
  public Integer call() throws Exception {
    Setup setup = options.setup();
    Report report = new Report();
    report.add(new ShareOfCeiling(setup).run());
    report.add(new MixedLengths(setup, false).run());
    report.add(new OneAtATime(setup).run());
    report.add(new ManyThreads(setup).run());
    report.add(new OutsideTheNetwork(setup).run());
    report.add(new TrainingSteps(setup).run());
    report.add(new ProcessStart(setup, FirstResult.class, SetupOptions.home()).run());
    report.add(new Memory(setup, ResidentMemory.class).run());
    report.finish();
    return 0;
  }
}
