package io.github.albertner.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.corpus.Sentence;
import io.github.albertner.label.EntitySpan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Development data may be in any format that there is, whatever OpenNLP's tool reads. */
class SampleSetsTest {

  private static final List<Sentence> TRAINING =
      List.of(new Sentence(List.of("Ada"), List.of(new EntitySpan(0, 1, "PER")), true));

  @TempDir private Path folder;

  private static SampleSets read(Path devData, String format) throws IOException {
    return SampleSets.of(
        TRAINING,
        TrainerParameters.of(
            Map.of(
                ParameterKeys.BASE_MODEL,
                "random:tiny",
                ParameterKeys.DEV_DATA,
                devData.toString(),
                ParameterKeys.DEV_FORMAT,
                format)));
  }

  @Test
  void aFolderOfBratIsReadAndBothFilesOfADocumentAreNamed() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "Eve left.");
    Files.writeString(folder.resolve("a.ann"), "T1\tPER 0 3\tEve\n");
    for (String format : List.of("brat", "auto")) {
      SampleSets sets = read(folder, format);
      assertEquals(List.of("Eve", "left", "."), sets.development().get(0).words());
      assertEquals(List.of(new EntitySpan(0, 1, "PER")), sets.development().get(0).entities());
      String files = sets.provenance().get("data.dev");
      assertTrue(files.contains("a.ann sha256:") && files.contains("a.txt sha256:"), files);
    }
  }

  @Test
  void aNameThatOpenNlpHasIsKnown() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "Eve\tN\tx\tI-PER\n");
    assertEquals(1, read(file, "conll03").development().get(0).entities().size());
    String message =
        assertThrows(IllegalArgumentException.class, () -> read(file, "conll04")).getMessage();
    assertTrue(message.contains("did you mean conll0"), message);
  }
}
