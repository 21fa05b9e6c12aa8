package io.github.albertner.integration;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A JVM of its own, started as an application's owner would: with a class path and no flags. */
final class JavaProcess {
  private static final long PATIENCE_SECONDS = 180;

  /** What a process printed, and the code that it ended with. */
  record Ended(int code, String out, String err) {}

  private JavaProcess() {}

  /**
   * Runs a program to its end.
   *
   * @param jdk its home
   * @param classPath jars and folders, in order
   * @param mainAndArguments the main class, and what it is given
   */
  static Ended run(Path jdk, List<Path> classPath, List<String> mainAndArguments)
      throws IOException, InterruptedException {
    return run(jdk, List.of("-Xmx512m"), classPath, mainAndArguments);
  }

  /** As above, with options for the JVM. */
  static Ended run(
      Path jdk, List<String> options, List<Path> classPath, List<String> mainAndArguments)
      throws IOException, InterruptedException {
    return run(command(jdk, options, classPath, mainAndArguments));
  }

  /** As the first, for a program that leaves files in the folder where it is started. */
  static Ended runIn(Path folder, Path jdk, List<Path> classPath, List<String> mainAndArguments)
      throws IOException, InterruptedException {
    List<String> command = command(jdk, List.of("-Xmx512m"), classPath, mainAndArguments);
    return run(new ProcessBuilder(command).directory(folder.toFile()));
  }

  /** As the first, for a program that reads a file as its standard input. */
  static Ended run(Path jdk, List<Path> classPath, List<String> mainAndArguments, Path input)
      throws IOException, InterruptedException {
    return run(
        new ProcessBuilder(command(jdk, List.of("-Xmx512m"), classPath, mainAndArguments))
            .redirectInput(input.toFile()));
  }

  private static List<String> command(
      Path jdk, List<String> options, List<Path> classPath, List<String> mainAndArguments) {
    List<String> command = new ArrayList<>();
    command.add(jdk.resolve("bin/java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", join(classPath)));
    command.addAll(mainAndArguments);
    return command;
  }

  /** Runs a command to its end. */
  static Ended run(List<String> command) throws IOException, InterruptedException {
    return run(new ProcessBuilder(command));
  }

  private static Ended run(ProcessBuilder builder) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("process");
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    // As the failsafe plugin sets it for the tests; here also for a test that an editor starts.
    builder.environment().put("GOMP_SPINCOUNT", "1000");
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    try {
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError(
            "still running: " + builder.command() + "\n" + Files.readString(err));
      }
      return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      process.destroyForcibly().waitFor();
      Files.deleteIfExists(out);
      Files.deleteIfExists(err);
      Files.delete(folder);
    }
  }

  /** Returns a class path as one argument. */
  static String join(List<Path> classPath) {
    return classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
