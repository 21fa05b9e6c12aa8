package io.github.albertner.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A version of cTAKES, in JVMs of its own, that runs piper files.
 *
 * @param version such as 6.0.0
 * @param folder where its notes, piper files and results go
 * @param ours what is put beside its jars
 */
record CTakes(String version, Path folder, List<Path> ours) {
  private static final String RUNNER = "org.apache.ctakes.core.pipeline.PiperFileRunner";

  /** Where the consumer's lists go. */
  private Path lists() {
    return folder.resolve("lists");
  }

  /** Returns what cTAKES' own writer printed of the only note whose name begins so. */
  String pretty(String name) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("pretty"))) {
      List<Path> found =
          files.filter(file -> file.getFileName().toString().startsWith(name)).toList();
      assertEquals(1, found.size(), found.toString());
      return Files.readString(found.get(0));
    }
  }

  /** Returns the commands that read the notes, which are written here. */
  String reader(int copies) throws IOException {
    ClinicalNotes.write(folder.resolve("notes"), copies);
    return "readFiles " + folder.resolve("notes") + "\n";
  }

  /** Returns the commands that list and print what was found. */
  String writers() {
    return "package org.example.clinic\nadd ListMentions listsIn=%s\n".formatted(lists())
        + "add pretty.plaintext.PrettyTextWriterFit OutputDirectory=%s\n"
            .formatted(folder.resolve("pretty"));
  }

  /** Has cTAKES' own runner run the commands; it ends with code 0 even when the pipeline fails. */
  JavaProcess.Ended run(String piper) throws Exception {
    Path jdk = Jdks.atLeast(17).orElseThrow();
    List<Path> host = Hosts.cTakes(version);
    Path classes = Files.createDirectories(folder.resolve("classes"));
    Hosts.compile(jdk, "hosts/ctakes", host, classes);
    Files.createDirectories(lists());
    Path file = Files.writeString(folder.resolve("notes.piper"), piper);
    List<Path> classPath = new ArrayList<>(List.of(classes, Hosts.resources("hosts/ctakes")));
    classPath.addAll(host);
    classPath.addAll(ours);
    // After a failure it leaves a file named cTAKES.error.log.
    return JavaProcess.runIn(folder, jdk, classPath, List.of(RUNNER, "-p", file.toString()));
  }

  /** Runs the commands and returns what was listed of each note, by its name. */
  Map<String, ListedNote> lists(String piper) throws Exception {
    JavaProcess.Ended ended = run(piper);
    Map<String, ListedNote> notes = new TreeMap<>();
    try (Stream<Path> files = Files.list(lists())) {
      for (Path list : files.filter(file -> !file.toString().endsWith(".text")).toList()) {
        notes.put(list.getFileName().toString(), ListedNote.read(list));
      }
    }
    try (Stream<Path> given = Files.list(folder.resolve("notes"))) {
      List<String> names =
          given.map(file -> file.getFileName().toString().replace(".txt", "")).sorted().toList();
      assertEquals(names, List.copyOf(notes.keySet()), ended.out() + ended.err());
    }
    return notes;
  }
}
