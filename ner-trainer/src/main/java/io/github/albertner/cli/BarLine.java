package io.github.albertner.cli;

import java.io.PrintWriter;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine.Help.Ansi;

/** A progress bar with time left on the last line of a terminal; elsewhere nothing. */
final class BarLine implements AutoCloseable {
  private static final int WIDTH = 79;
  private static final String CLEAR_LINE = "\r\033[K";

  private final PrintWriter err;
  private final ProgressBar bar;

  /** Draws a bar that begins at 0. */
  BarLine(String task, long total, PrintWriter err) {
    this.err = err;
    bar =
        !Ansi.AUTO.enabled()
            ? null
            : new ProgressBarBuilder()
                .setInitialMax(total)
                .setTaskName(task)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(500)
                .setConsumer(new DelegatingProgressBarConsumer(this::draw, WIDTH))
                .build();
  }

  /** Whether there is a terminal to draw on. */
  boolean isDrawn() {
    return bar != null;
  }

  /** Moves the bar. */
  void show(long done, String message) {
    if (bar != null) {
      bar.setExtraMessage(message);
      bar.stepTo(done);
    }
  }

  /** Prints lines where the bar stands; the bar is drawn again below them. */
  synchronized void say(String lines) {
    err.println(bar == null ? lines : CLEAR_LINE + lines);
    err.flush();
  }

  /** Draws the bar over the bar, on a line that nothing else uses; called by the bar's thread. */
  private synchronized void draw(String line) {
    err.print(CLEAR_LINE + line);
    err.flush();
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      err.print(CLEAR_LINE);
      err.flush();
    }
  }
}
