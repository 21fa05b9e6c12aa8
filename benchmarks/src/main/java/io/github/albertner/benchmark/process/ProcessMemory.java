package io.github.albertner.benchmark.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Linux says of this process's memory, in MiB. */
public final class ProcessMemory {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final double KIB_IN_MIB = 1024;

  private ProcessMemory() {}

  /** Returns what is resident now. */
  public static double resident() throws IOException {
    return read("VmRSS:");
  }

  /** Returns the most that was resident. */
  public static double peak() throws IOException {
    return read("VmHWM:");
  }

  private static double read(String key) throws IOException {
    for (String line : Files.readAllLines(STATUS)) {
      if (line.startsWith(key)) {
        return Long.parseLong(line.replaceAll("\\D", "")) / KIB_IN_MIB;
      }
    }
    throw new IOException(STATUS + " has no " + key);
  }
}
