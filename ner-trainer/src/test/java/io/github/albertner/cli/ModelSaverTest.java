package io.github.albertner.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.checkpoint.BaseModels;
import io.github.albertner.label.LabelSet;
import io.github.albertner.modelpackage.ModelPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelSaverTest {
  @TempDir private Path folder;
  private ModelPackage model;

  @BeforeEach
  void make() throws IOException {
    model =
        BaseModels.resolve("random:tiny", Optional.empty(), 1)
            .withNewHead(LabelSet.bioOf(List.of("person")), 1)
            .toPackage("en", Instant.EPOCH);
  }

  @Test
  void savesWhereItIsAskedTo() throws IOException {
    Path output = folder.resolve("m.bin");
    new ModelSaver(folder).save(model, output, false);
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(output), files.toList());
    }
  }

  @Test
  void savesElsewhereIfThatFailsAndSaysWhere() throws IOException {
    Path gone = folder.resolve("gone/m.bin");
    IOException e =
        assertThrows(IOException.class, () -> new ModelSaver(folder).save(model, gone, false));
    String said = "; the model is saved as ";
    assertTrue(e.getMessage().contains(said), e.getMessage());
    Path saved = Path.of(e.getMessage().substring(e.getMessage().indexOf(said) + said.length()));
    assertEquals(model, ModelPackage.read(saved));
  }

  @Test
  void saysSoIfNothingCanBeSavedAnywhere() {
    Path gone = folder.resolve("gone");
    IOException e =
        assertThrows(
            IOException.class,
            () -> new ModelSaver(gone).save(model, gone.resolve("m.bin"), false));
    assertTrue(e.getMessage().contains("; saving it elsewhere failed too: "), e.getMessage());
  }
}
