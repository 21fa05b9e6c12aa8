package io.github.albertner.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;

/**
 * The streams of the process. Bytes, so that the platform's encoding plays no part; and, unlike
 * {@link System#out}, failing when writing fails.
 *
 * @param in standard input
 * @param out standard output; closing it only flushes
 * @param err for people
 * @param interactive whether a person may be typing the input
 */
record StandardStreams(InputStream in, OutputStream out, PrintStream err, boolean interactive) {

  /** Nobody reads standard output any more, as when it is piped into {@code head}. */
  static final class ReaderGoneException extends IOException {
    private static final long serialVersionUID = 1L;

    ReaderGoneException(IOException cause) {
      super("nobody reads the output any more", cause);
    }
  }

  /** The process's own. */
  // From JDK 22 on there is always a console; then whoever waits for input counts as a person.
  @SuppressWarnings("SystemConsoleNull")
  static StandardStreams ofProcess() {
    return new StandardStreams(
        new FileInputStream(FileDescriptor.in),
        new Output(new FileOutputStream(FileDescriptor.out)),
        System.err,
        System.console() != null);
  }

  /**
   * The encoding of text on standard output: the terminal's, if it is one, as Java 17 to 25 say it.
   */
  static Charset outputEncoding() {
    String name = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding"));
    return name == null ? Charset.defaultCharset() : Charset.forName(name);
  }

  /** Standard output: stays open, and knows a reader that went away from a full disk. */
  static final class Output extends FilterOutputStream {
    private IOException failure;

    Output(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        out.write(bytes, offset, length);
      } catch (IOException e) {
        failure = explained(e);
        throw failure;
      }
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    /**
     * What went wrong, for those above whose streams keep it to themselves, unless it is no matter.
     */
    Optional<IOException> failure() {
      return Optional.ofNullable(failure).filter(e -> !(e instanceof ReaderGoneException));
    }

    private static IOException explained(IOException e) {
      String message = e.getMessage() == null ? "" : e.getMessage().toLowerCase(Locale.ROOT);
      return message.contains("pipe")
          ? new ReaderGoneException(e)
          : new IOException("cannot write to standard output: " + e.getMessage(), e);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
