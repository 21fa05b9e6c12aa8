package io.github.albertner.benchmark.cli;

import io.github.albertner.benchmark.cases.Setup;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/**
 * A command that runs cases, prints their tables as they come, and in the end what they promise.
 */
abstract class CaseCommand implements Callable<Integer> {
  @Mixin private SetupOptions options;

  @Override
  public final Integer call() throws Exception {
    Report report = new Report();
    run(options.setup(), report);
    report.finish();
    return 0;
  }

  /** Runs the cases. */
  abstract void run(Setup setup, Report report) throws Exception;
}
