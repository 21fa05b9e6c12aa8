package io.github.albertner.cli;

import io.github.albertner.document.AnnotationFormat;
import io.github.albertner.modelpackage.AtomicFile;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Where annotations go. A file is written as results appear, not put in place at the end: what was
 * found before a failure is worth keeping, and a long run can be watched.
 */
final class AnnotationOutput {

  private final Path file;
  private final boolean force;

  private AnnotationOutput(Path file, boolean force) {
    this.file = file;
    this.force = force;
  }

  /**
   * The output, having looked whether it can be written.
   *
   * @param file a file, or null for standard output
   * @param force whether a file that exists may be replaced
   * @param inputs none of which may be the output
   * @throws IOException if the file exists and may not be replaced, its folder is absent or not
   *     writable, or it is an input
   */
  static AnnotationOutput checked(Path file, boolean force, List<AnnotationInput> inputs)
      throws IOException {
    if (file != null && !isDevice(file)) {
      AtomicFile.checkWritable(file, force);
      for (AnnotationInput input : inputs) {
        if (input.file().isPresent()
            && Files.exists(file)
            && Files.isSameFile(file, input.file().get())) {
          throw new IOException(
              "cannot write "
                  + file
                  + ": it is also an input, which would be lost; choose another output");
        }
      }
    }
    return new AnnotationOutput(file, force);
  }

  /** Whether it exists and is neither file nor folder: a terminal, a pipe. */
  private static boolean isDevice(Path file) {
    return Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
  }

  /** Opens it. */
  OutputStream open(StandardStreams streams, AnnotationFormat format) throws IOException {
    if (file == null) {
      return streams.out();
    }
    OpenOption creation =
        force || isDevice(file) ? StandardOpenOption.CREATE : StandardOpenOption.CREATE_NEW;
    return new NamedOutput(
        file,
        format != AnnotationFormat.XMI || isDevice(file),
        Files.newOutputStream(
            file, creation, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING));
  }

  /** Says which file it was that could not be written. */
  private static final class NamedOutput extends FilterOutputStream {
    private final Path file;
    private final boolean keepsPart;

    NamedOutput(Path file, boolean keepsPart, OutputStream out) {
      super(out);
      this.file = file;
      this.keepsPart = keepsPart;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        out.write(bytes, offset, length);
      } catch (IOException e) {
        if (!keepsPart) {
          Files.deleteIfExists(file); // part of a CAS is none
        }
        throw new IOException(
            "cannot write "
                + file
                + ": "
                + e.getMessage()
                + (keepsPart
                    ? "; what was written before is kept, the rest is missing"
                    : "; the file was removed, as part of it is of no use"),
            e);
      }
    }
  }
}
