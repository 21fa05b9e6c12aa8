package io.github.albertner.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefaultModelTest {

  @TempDir Path home;

  private static String refusal(Path named, String home) {
    return assertThrows(FileNotFoundException.class, () -> DefaultModel.or(named, home))
        .getMessage();
  }

  @Test
  void isTheEnglishPackageOfTheProject() throws IOException {
    Path model = Files.createDirectories(home.resolve("models")).resolve("english.bin");
    Files.createFile(model);
    assertEquals(model, DefaultModel.or(null, home.toString()));
  }

  @Test
  void isNotAskedForWhereAModelIsNamed() throws IOException {
    Path named = Files.createFile(home.resolve("own.bin"));
    assertEquals(named, DefaultModel.or(named, null));
  }

  @Test
  void saysWhatToDoWhereThereIsNone() {
    Path model = home.resolve("models").resolve("english.bin");
    assertEquals(
        "there is no model package "
            + model
            + "; name another with --model, or make one with the train command",
        refusal(null, home.toString()));
    assertEquals(
        "expected a model package: name one with --model, or set NER_HOME to the folder that holds"
            + " models/english.bin",
        refusal(null, null));
  }
}
