package io.github.albertner.tune;

import com.google.gson.JsonParseException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The trials of a search in a file, a line each, that grows at its end and that one process has at
 * a time. A line is on the disk once it is added; one that was cut off by the end of a process is
 * dropped when the file is opened again.
 */
final class TrialLog implements AutoCloseable {
  private final Path file;
  private final FileChannel channel;
  private final List<Trial> trials = new ArrayList<>();

  private TrialLog(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Opens a log, or begins one.
   *
   * @throws IOException if another process has it, or it cannot be read, or holds something else
   */
  static TrialLog open(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      TrialLog log = new TrialLog(file, channel);
      log.lock();
      log.read();
      return log;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private void lock() throws IOException {
    boolean free;
    try {
      free = channel.tryLock() != null; // until the channel is closed
    } catch (OverlappingFileLockException e) {
      free = false;
    }
    if (!free) {
      throw new IOException(
          file + ": another search is writing here; wait for it, or choose another folder");
    }
  }

  private void read() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Channels.newInputStream(channel).transferTo(bytes);
    String text = bytes.toString(StandardCharsets.UTF_8);
    String whole = text.substring(0, text.lastIndexOf('\n') + 1);
    int number = 0;
    for (String line : whole.lines().toList()) {
      number++;
      try {
        trials.add(TrialJson.read(line));
      } catch (JsonParseException e) {
        throw new IOException("%s:%s: %s".formatted(file, number, e.getMessage()), e);
      }
    }
    channel.truncate(whole.getBytes(StandardCharsets.UTF_8).length);
    channel.position(channel.size());
  }

  /** Adds a trial; it is on the disk when this returns. */
  void add(Trial trial) throws IOException {
    ByteBuffer line =
        ByteBuffer.wrap((TrialJson.write(trial) + "\n").getBytes(StandardCharsets.UTF_8));
    try {
      while (line.hasRemaining()) {
        channel.write(line);
      }
      channel.force(true);
    } catch (IOException e) {
      throw new IOException(
          "cannot add trial %s to %s: %s".formatted(trial.number(), file, e.getMessage()), e);
    }
    trials.add(trial);
  }

  /** Forgets all trials. */
  void clear() throws IOException {
    channel.truncate(0);
    channel.force(true);
    trials.clear();
  }

  /** Returns the trials in the order in which they ended; a number may come more than once. */
  List<Trial> trials() {
    return Collections.unmodifiableList(trials);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
