package io.github.albertner.benchmark.process;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Starts programs of this class path. */
public final class ChildJvm {
  private final List<String> options;

  /** Programs started with the collector that {@code ./ner} uses, and further options. */
  public ChildJvm(String... options) {
    this.options = List.of(options);
  }

  /**
   * The lines that a program wrote to standard output.
   *
   * @param lines what it wrote
   * @param seconds from its start to the first line
   */
  public record Answer(List<String> lines, double seconds) {}

  /**
   * Runs a program to its end.
   *
   * @param main its class
   * @throws IOException if it failed or wrote nothing
   */
  public Answer run(Class<?> main, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UseSerialGC");
    command.addAll(options);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    return run(command);
  }

  /** True if the class path has no folders, which a class data archive cannot hold. */
  public static boolean isOfJars() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .allMatch(entry -> Files.isRegularFile(Path.of(entry)));
  }

  private static String lastOf(List<String> command) {
    return String.join(" ", command.subList(Math.max(1, command.size() - 5), command.size()));
  }

  /**
   * Runs any command to its end, as {@link #run(Class, String...)}.
   *
   * @throws IOException if it failed or wrote nothing
   */
  public static Answer run(List<String> command) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    process.getOutputStream().close();
    try (BufferedReader out = process.inputReader()) {
      List<String> lines = new ArrayList<>();
      String line = out.readLine();
      double seconds = (System.nanoTime() - begin) / 1e9;
      while (line != null) {
        lines.add(line);
        line = out.readLine();
      }
      int status = process.waitFor();
      if (status != 0 || lines.isEmpty()) {
        throw new IOException(
            "%s ended with status %d after %d lines"
                .formatted(command.get(0) + " ... " + lastOf(command), status, lines.size()));
      }
      return new Answer(lines, seconds);
    }
  }
}
