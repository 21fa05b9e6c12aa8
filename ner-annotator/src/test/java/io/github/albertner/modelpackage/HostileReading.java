package io.github.albertner.modelpackage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import opennlp.tools.namefind.TokenNameFinderModel;

/**
 * Reads every hostile file by both ways in and prints the exception; run in a process of its own
 * with little memory.
 */
final class HostileReading {
  private interface Reader {
    void read(Path file) throws IOException;
  }

  private HostileReading() {}

  /** Reads the files of the folder given. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    for (String line : Files.readAllLines(folder.resolve("names"))) {
      Path file = HostilePackages.file(folder, line);
      report(line, "package", ModelPackage::read, file);
      report(line, "opennlp", HostileReading::readByOpenNlp, file);
    }
  }

  private static void readByOpenNlp(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      new TokenNameFinderModel(in);
    }
  }

  private static void report(String name, String way, Reader reader, Path file) {
    long start = System.nanoTime();
    String outcome;
    try {
      reader.read(file);
      outcome = "none\tread without complaint";
    } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
      outcome =
          e.getClass().getName() + "\t" + String.valueOf(e.getMessage()).replaceAll("\\s", " ");
    }
    long milliseconds = (System.nanoTime() - start) / 1_000_000;
    System.out.println(name + "\t" + way + "\t" + milliseconds + "\t" + outcome);
  }
}
