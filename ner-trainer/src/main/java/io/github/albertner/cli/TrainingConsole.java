package io.github.albertner.cli;

import io.github.albertner.report.EpochTable;
import io.github.albertner.run.RunListener;
import io.github.albertner.train.FineTuning;
import io.github.albertner.train.TrainingStep;
import java.io.PrintWriter;
import java.util.Locale;

/** Shows a run on standard error, and ends it on Ctrl-C. */
final class TrainingConsole implements RunListener {
  private final InterruptHandler interrupt;
  private final PrintWriter err;
  private TrainingProgress progress;

  TrainingConsole(InterruptHandler interrupt, PrintWriter err) {
    this.interrupt = interrupt;
    this.err = err;
  }

  @Override
  public void prepared(FineTuning tuning, long step) {
    EpochTable.introduction(tuning, tuning.settings()).forEach(err::println);
    if (step > 0) {
      err.printf(
          Locale.ROOT, "resumed after update %,d of %,d%n", step, tuning.loop().totalSteps());
    }
    err.flush();
    interrupt.install();
    progress = new TrainingProgress(tuning.loop().totalSteps(), err);
  }

  @Override
  public void step(TrainingStep step) {
    progress.show(step);
  }

  @Override
  public void problem(String message) {
    String line = "ner: " + message;
    if (progress == null) {
      err.println(line);
      err.flush();
    } else {
      progress.say(line);
    }
  }

  @Override
  public void note(String message) {
    err.println(message);
    err.flush();
  }

  @Override
  public void ended(FineTuning tuning, String reason) {
    close();
    err.println(reason);
    err.flush();
  }

  @Override
  public boolean stopRequested() {
    return interrupt.requested();
  }

  /** Frees the terminal, however the run ended. */
  void close() {
    if (progress != null) {
      progress.close();
      progress = null;
    }
  }
}
