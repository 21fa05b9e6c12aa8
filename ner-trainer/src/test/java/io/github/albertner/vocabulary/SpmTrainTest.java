package io.github.albertner.vocabulary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "stands in for spm_train by shell scripts")
class SpmTrainTest {

  private static final VocabularySettings SETTINGS = new VocabularySettings(700, true, 3);

  @TempDir private Path folder;

  private Path script(String name, String body) throws IOException {
    Path script = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + body);
    assertTrue(script.toFile().setExecutable(true));
    return script;
  }

  @Test
  void isFoundOnThePath() throws IOException {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    Path program = script("bin/spm_train", "");
    assertEquals(program, SpmTrain.find(Optional.empty(), "/nowhere::" + bin).program());
  }

  @Test
  void whereThereIsNoneItSaysHowToGetIt() throws IOException {
    String message =
        assertThrows(
                MissingTrainerException.class, () -> SpmTrain.find(Optional.empty(), "/nowhere"))
            .getMessage();
    assertTrue(
        message.startsWith("expected SentencePiece's trainer, spm_train, found none on PATH"),
        message);
    assertTrue(message.contains("apt install sentencepiece"), message);
    Path text = Files.writeString(folder.resolve("text"), "");
    for (Path named : List.of(folder.resolve("absent"), text, folder)) {
      assertTrue(
          assertThrows(MissingTrainerException.class, () -> SpmTrain.find(Optional.of(named)))
              .getMessage()
              .contains(named.toString()));
    }
  }

  @Test
  void isGivenSettingsAndWhatItSaysIsHandedOn() throws IOException {
    Path program =
        script("spm", "for a in \"$@\"; do echo \"$a\"; done\necho said >&2\ntouch spiece.model\n");
    Path work = Files.createDirectory(folder.resolve("work"));
    List<String> said = new ArrayList<>();
    SpmTrain.find(Optional.of(program)).run(work, "sample.txt", SETTINGS, said::add);
    assertTrue(
        said.containsAll(
            List.of(
                "--input=sample.txt",
                "--vocab_size=700",
                "--num_threads=3",
                "--normalization_rule_name=nmt_nfkc",
                "--control_symbols=[CLS],[SEP],[MASK]",
                "--required_chars=" + RequiredCharacters.of(true),
                "said")),
        said::toString);
  }

  @Test
  void aFailureIsToldWithWhatItSaidLast() throws IOException {
    Path program = script("spm", "for i in 1 2 3 4 5 6; do echo line $i; done\nexit 3\n");
    String message =
        assertThrows(
                IOException.class,
                () ->
                    SpmTrain.find(Optional.of(program))
                        .run(folder, "sample.txt", SETTINGS, line -> {}))
            .getMessage();
    assertEquals(
        program + " failed with code 3 and said last:\nline 2\nline 3\nline 4\nline 5\nline 6",
        message);
  }
}
