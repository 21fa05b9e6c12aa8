package io.github.albertner.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Checkpoints in the layouts that are published, over the published vocabulary of 30,000 pieces.
 */
@Tag("corpus")
class PublishedLayoutTest {
  private static final Path ALBERT = Path.of(System.getProperty("ner.shared", "absent"), "albert");

  @TempDir Path temporary;

  @ParameterizedTest
  @CsvSource({"parity-shared-layers, 1, 1, 25", "parity-two-groups, 2, 2, 73"})
  void isImportedAndExportedWithoutLoss(String name, int groups, int innerLayers, int tensors)
      throws IOException {
    Path folder = ALBERT.resolve(name);
    assumeTrue(Files.isDirectory(folder), "there is no folder " + folder);

    Checkpoint checkpoint =
        HuggingFaceDirectory.read(folder, Optional.of(ALBERT.resolve("spiece.model")));

    assertEquals(groups, checkpoint.config().groups());
    assertEquals(innerLayers, checkpoint.config().innerLayers());
    assertEquals(tensors, checkpoint.weights().size());
    assertEquals(
        List.of("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"),
        checkpoint.labels().orElseThrow().labels());
    Path exported = temporary.resolve(name);
    HuggingFaceDirectory.write(checkpoint.toPackage("en", Instant.EPOCH), exported, false);
    Checkpoint again = HuggingFaceDirectory.read(exported);
    assertEquals(checkpoint.weights(), again.weights());
    assertEquals(checkpoint.config(), again.config());
    assertEquals(checkpoint.tokenizerJson(), again.tokenizerJson());
  }
}
