package io.github.albertner.cli;

import io.github.albertner.plaintext.TextReader;
import java.io.PrintWriter;
import picocli.CommandLine.Help.Ansi;

/**
 * Shows on a terminal how far a stage of work on plain text is: a bar, or what another program
 * says.
 */
final class ReadingProgress implements AutoCloseable {
  private static final int BAR_WIDTH = 79;
  private static final String CLEAR_LINE = "\r\033[K";

  private final PrintWriter err;
  private BarLine bar;
  private String barOf;

  ReadingProgress(PrintWriter err) {
    this.err = err;
  }

  /** Shows how much of a text is read. */
  void reading(String stage, TextReader text) {
    advanced(stage, text.bytesRead(), text.totalBytes());
  }

  /** Shows how much of a stage is done; a stage is over when another begins. */
  void advanced(String stage, long done, long total) {
    if (!Ansi.AUTO.enabled()) {
      return;
    }
    if (!stage.equals(barOf)) {
      close();
      bar = new BarLine(stage, total, err);
      barOf = stage;
    }
    bar.show(done, "");
  }

  /** Shows a line in the place of the one before. */
  void line(String line) {
    if (Ansi.AUTO.enabled()) {
      close();
      draw(line.substring(0, Math.min(BAR_WIDTH, line.length())));
    }
  }

  /** Draws over what was there, on a line that nothing else uses. */
  private synchronized void draw(String line) {
    err.print(CLEAR_LINE + line);
    err.flush();
  }

  /** Takes away what is shown. */
  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
      barOf = null;
    }
    if (Ansi.AUTO.enabled()) {
      err.print(CLEAR_LINE);
      err.flush();
    }
  }
}
