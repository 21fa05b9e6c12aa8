package io.github.albertner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A full heap ends in OutOfMemoryError and in nothing else, and the tagger works afterwards. */
class FullHeapTest {
  private static final List<String> KIB = List.of("128", "768", "3072", "8192", "12288");

  @TempDir Path folder;

  @Test
  void onlyOutOfMemoryErrorsAndATaggerThatWorksAfterwards() throws Exception {
    Path output = folder.resolve("output");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:ErrorFile=" + folder.resolve("crash"),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-cp",
                System.getProperty("java.class.path"),
                FullHeap.class.getName(),
                Path.of(System.getProperty("ner.root"), "models/english.bin").toString()));
    command.addAll(KIB);
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended = process.waitFor(5, TimeUnit.MINUTES);
    process.destroyForcibly();
    String printed = Files.readString(output);

    assertTrue(ended, printed);
    assertEquals(0, process.waitFor(), printed);
    List<String> lines = printed.lines().filter(line -> line.contains(" KiB: ")).toList();
    assertEquals(3 * KIB.size(), lines.size(), printed);
    assertTrue(
        lines.stream()
            .allMatch(line -> line.endsWith(": done") || line.endsWith(": out of memory")),
        printed);
    assertTrue(printed.contains("128 KiB: load: out of memory"), printed);
  }
}
