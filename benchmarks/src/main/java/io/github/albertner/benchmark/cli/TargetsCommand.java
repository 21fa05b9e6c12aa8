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
import picocli.CommandLine.Command;

@Command(
    name = "targets",
    description = "What is promised, and whether it is met on this machine.",
    mixinStandardHelpOptions = true)
final class TargetsCommand extends CaseCommand {
  @Override
  void run(Setup setup, Report report) throws Exception {
    report.add(new ShareOfCeiling(setup).run());
    report.add(new MixedLengths(setup, false).run());
    report.add(new OneAtATime(setup).run());
    report.add(new ManyThreads(setup).run());
    report.add(new OutsideTheNetwork(setup).run());
    report.add(new TrainingSteps(setup).run());
    report.add(new ProcessStart(setup, FirstResult.class, SetupOptions.home()).run());
    report.add(new Memory(setup, ResidentMemory.class).run());
  }
}
