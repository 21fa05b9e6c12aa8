package io.github.albertner.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Locale;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressState;
import picocli.CommandLine.Help.Ansi;

/** A progress bar with time left on the last line of a terminal; elsewhere nothing. */
final class BarLine implements AutoCloseable {
  private static final int WIDTH = 79;
  private static final int BAR = 28;
  private static final String CLEAR_LINE = "\r\033[K";

  private final PrintWriter err;
  private final ProgressBar bar;

  /** Draws a bar that begins at 0. */
  BarLine(String task, long total, PrintWriter err) {
    this(err, task, total, Ansi.AUTO.enabled());
  }

  private BarLine(PrintWriter err, String task, long total, boolean drawn) {
    this.err = err;
    bar =
        !drawn
            ? null
            : new ProgressBarBuilder()
                .setInitialMax(total)
                .setTaskName(task)
                .setRenderer(BarLine::line)
                .setUpdateIntervalMillis(500)
                .setConsumer(new DelegatingProgressBarConsumer(this::draw, WIDTH))
                .build();
  }

  /** A bar that nobody sees, for work whose output goes to the terminal. */
  static BarLine hidden(PrintWriter err) {
    return new BarLine(err, "", 0, false);
  }

  /**
   * Such as {@code train [============> ] 45% 0:12:34 left, loss 0.1234}. The bar takes a third of
   * the line; a message that is too long is cut.
   */
  static String line(ProgressState state, int width) {
    double share = state.getMax() == 0 ? 1 : Math.min(1, state.getNormalizedProgress());
    int filled = (int) (share * BAR);
    String bar = "=".repeat(filled) + (filled < BAR ? ">" : "");
    String message = state.getExtraMessage();
    String line =
        String.format(
            Locale.ROOT,
            "%s [%-" + BAR + "s] %3d%% %s%s",
            state.getTaskName(),
            bar,
            (int) (share * 100),
            left(state, share),
            message.isEmpty() ? "" : ", " + message);
    return line.substring(0, Math.min(width, line.length()));
  }

  private static String left(ProgressState state, double share) {
    double seconds = state.getElapsedAfterStart().toMillis() / 1000.0;
    if (share == 0 || share == 1) {
      return time(seconds);
    }
    return time(seconds / share - seconds) + " left";
  }

  private static String time(double seconds) {
    long whole = Math.round(seconds);
    return String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
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

  /** Moves the bar by what is read of this. */
  InputStream counted(InputStream in) {
    return bar == null ? in : new CountedInput(in);
  }

  private final class CountedInput extends FilterInputStream {
    CountedInput(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      bar.stepBy(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      bar.stepBy(Math.max(0, read));
      return read;
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
