package io.github.albertner.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of a cTAKES user: annotations of one's own, a package, mentions in the notes. */
@Tag("slow")
class TrainedForCTakesIT {
  private static final int SENTENCES = 2000;

  @TempDir private Path folder;

  /** Copies the first sentences of a corpus with a word on each line. */
  private static void copy(Path corpus, int sentences, Path target) throws Exception {
    int ended = 0;
    StringBuilder text = new StringBuilder();
    for (String line : Files.readAllLines(corpus)) {
      text.append(line).append('\n');
      if (line.isEmpty() && ++ended == sentences) {
        break;
      }
    }
    Files.writeString(target, text);
  }

  private void train(Path corpus, Path model) throws Exception {
    copy(corpus.resolve("train.tsv"), SENTENCES, folder.resolve("train.conll"));
    copy(corpus.resolve("devel.tsv"), SENTENCES / 5, folder.resolve("dev.conll"));
    Path log = folder.resolve("train.log");
    Process training =
        new ProcessBuilder(
                Path.of(System.getProperty("ner.root"), "ner").toString(),
                "train",
                "--train=" + folder.resolve("train.conll"),
                "--dev=" + folder.resolve("dev.conll"),
                "--base-model=random:small",
                "--epochs=5",
                "--output=" + model)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      assertEquals(0, training.waitFor(), Files.readString(log));
    } finally {
      training.destroyForcibly();
    }
  }

  @Test
  void diseasesAreFoundInNotes() throws Exception {
    Path corpus = Path.of(System.getProperty("ner.shared"), "corpora/ncbi-disease");
    assumeTrue(Files.isDirectory(corpus), "needs the corpus ncbi-disease");
    assumeTrue(Files.exists(Path.of("/bin/bash")), "the launcher needs bash");
    Path model = folder.resolve("disease.bin");
    train(corpus, model);
    for (String version : List.of("4.0.0.1", "6.0.0")) {
      CTakes cTakes =
          new CTakes(version, Files.createDirectory(folder.resolve(version)), Hosts.ours());
      Map<String, ListedNote> notes =
          cTakes.lists(
              cTakes.reader(1)
                  + "add SimpleSegmentAnnotator\nadd SentenceDetector\nadd TokenizerAnnotatorPTB\n"
                  + "add io.github.albertner.uima.NerAnnotator profile=ctakes modelLocation=%s\n"
                      .formatted(model)
                  + cTakes.writers());
      TreeSet<String> found = new TreeSet<>();
      for (ListedNote note : notes.values()) {
        for (ListedNote.Mention mention : note.mentions()) {
          assertEquals("DiseaseDisorderMention", mention.type());
          found.add(note.covered(mention.range()));
        }
      }
      Stream<String> expected = Stream.of("breast cancer", "colorectal cancer");
      assertTrue(found.containsAll(expected.toList()), version + ": " + found);
    }
  }
}
