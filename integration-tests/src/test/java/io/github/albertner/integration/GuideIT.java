package io.github.albertner.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Does what docs/uima.md says, with the very text of its examples. */
class GuideIT {
  private static final Path GUIDE = Path.of(System.getProperty("ner.root"), "docs/uima.md");

  @TempDir private Path folder;

  /** Returns the example that the guide introduces by the name of its file. */
  private static String example(String file) throws IOException {
    Matcher block =
        Pattern.compile("`%s`:\n\n```\\w*\n(.*?)```".formatted(Pattern.quote(file)), Pattern.DOTALL)
            .matcher(Files.readString(GUIDE));
    assertTrue(block.find(), "no example " + file + " in " + GUIDE);
    return block.group(1);
  }

  /** What the guide says that cTAKES draws. */
  private static String drawing() throws IOException {
    Matcher block =
        Pattern.compile("```\n(SENTENCE:.*?)```", Pattern.DOTALL).matcher(Files.readString(GUIDE));
    assertTrue(block.find());
    return block.group(1);
  }

  @ParameterizedTest(name = "UIMA {0}, uimaFIT {1}")
  @CsvSource({"2.10.4, 2.4.0", "3.6.1, 3.6.1"})
  void theUimaFitExamplePrintsWhatTheGuideSays(String version, String uimaFit) throws Exception {
    Path jdk = Jdks.atLeast(17).orElseThrow();
    Path source = Files.writeString(folder.resolve("TagNames.java"), example("TagNames.java"));
    List<Path> classPath = new ArrayList<>(List.of(folder));
    classPath.addAll(Hosts.application("uima-" + version));
    classPath.addAll(Hosts.application("uimafit-" + uimaFit));
    classPath.addAll(Hosts.ours());
    JavaProcess.Ended compiled =
        JavaProcess.run(
            List.of(
                jdk.resolve("bin/javac").toString(),
                "-d",
                folder.toString(),
                "-cp",
                JavaProcess.join(classPath),
                source.toString()));
    assertEquals(0, compiled.code(), compiled.err());
    JavaProcess.Ended ended = JavaProcess.run(jdk, classPath, List.of("TagNames"));
    assertEquals(
        List.of("person Tim Cook", "organization European Commission", "location Brussels"),
        ended.out().lines().toList(),
        ended.err());
    String guide = Files.readString(GUIDE);
    ended.out().lines().forEach(line -> assertTrue(guide.contains("`" + line + "`"), line));
  }

  @ParameterizedTest(name = "cTAKES {0}")
  @ValueSource(strings = {"4.0.0.1", "6.0.0"})
  void thePiperFileMarksMentions(String version) throws Exception {
    Path jdk = Jdks.atLeast(17).orElseThrow();
    ClinicalNotes.write(folder.resolve("notes"), 1);
    Files.copy(
        Path.of(System.getProperty("ner.root"), "models/biomedical.bin"),
        folder.resolve("biomedical.bin"));
    Files.writeString(folder.resolve("notes.piper"), example("notes.piper"));
    List<Path> classPath = new ArrayList<>(Hosts.cTakes(version));
    classPath.addAll(Hosts.ours());
    JavaProcess.Ended ended =
        JavaProcess.runIn(
            folder,
            jdk,
            classPath,
            List.of("org.apache.ctakes.core.pipeline.PiperFileRunner", "-p", "notes.piper"));
    try (Stream<Path> files = Files.walk(folder.resolve("out"))) {
      List<Path> printed = files.filter(Files::isRegularFile).toList();
      assertEquals(ClinicalNotes.texts().size(), printed.size(), ended.out() + ended.err());
      StringBuilder text = new StringBuilder();
      for (Path file : printed) {
        text.append(Files.readString(file));
      }
      List<String> lines = text.toString().lines().map(String::stripTrailing).toList();
      for (String line : drawing().lines().toList()) {
        assertTrue(lines.contains(line), line + " in " + text);
      }
    }
  }
}
