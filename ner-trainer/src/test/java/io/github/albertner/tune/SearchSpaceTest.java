package io.github.albertner.tune;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.train.TrainingDefaults;
import io.github.albertner.train.TrainingSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchSpaceTest {
  @TempDir private Path folder;

  static SearchSpace space(String... entries) {
    SearchSpaceReader reader = new SearchSpaceReader();
    reader.addEntries(List.of(entries));
    return reader.space();
  }

  private static String refusal(String... entries) {
    return assertThrows(IllegalArgumentException.class, () -> space(entries)).getMessage();
  }

  private static String impossible(String... entries) {
    TrainingSettings settings = TrainingDefaults.RANDOM.with(Map.of());
    return assertThrows(IllegalArgumentException.class, () -> space(entries).check(settings))
        .getMessage();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "batch-size=16,32",
        "dropout=0..0.3",
        "learning-rate=1e-4..0.001:log",
        "epochs=5..20",
        "freeze=none|embeddings,encoder",
        "freeze=embeddings,encoder|",
        "schedule=linear"
      })
  void whatIsReadIsWrittenInTheSameWay(String entry) {
    Map<String, String> written = space(entry).toMap();
    String name = entry.substring(0, entry.indexOf('='));
    assertEquals(entry, name + "=" + written.get(name));
  }

  @Test
  void valuesWithCommasStandBetweenBars() {
    SearchSpace space = space("freeze = none | embeddings,encoder", "batch-size= 8 , 16");
    assertEquals(List.of("none", "embeddings,encoder"), space.candidates("freeze").ends());
    assertEquals(List.of("8", "16"), space.candidates("batch-size").ends());
    assertEquals(List.of("freeze", "batch-size"), space.names());
  }

  @Test
  void unknownNamesAreRefusedWithTheNearest() {
    assertTrue(
        refusal("learning-rte=1,2")
            .startsWith("unknown setting \"learning-rte\" (did you mean learning-rate?); the"),
        refusal("learning-rte=1,2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"seed", "threads", "device", "precision"})
  void whatMakesNoBetterTaggerIsRefused(String name) {
    assertTrue(refusal(name + "=1,2").startsWith(name + " cannot be searched: "));
    assertTrue(TrainingSettings.names().containsAll(CandidatesReader.fixed()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "batch-size=; an empty value",
        "batch-size=16,,32; an empty value",
        "batch-size=16,16; 16 twice",
        "dropout=0..; a range that is none",
        "dropout=0..0.3:exp; a range that is none",
        "dropout=0.3..0.1; a range that does not rise",
        "dropout=0..0.3:log; a logarithmic range that does not begin above 0",
        "epochs=1.5..3; fractions of a setting that is a whole number"
      })
  void malformedValuesAreRefusedSayingWhatWasExpected(String entry, String found) {
    String message = refusal(entry);
    assertTrue(message.startsWith(entry + ": expected values such as 16,32"), message);
    assertTrue(message.endsWith("found " + found), message);
  }

  @Test
  void anEntryWithoutValuesAndOneTwiceAreRefused() {
    assertEquals("\"dropout\": expected NAME=VALUES, such as batch-size=16,32", refusal("dropout"));
    assertEquals(
        "dropout is there twice; expected one entry for it", refusal("dropout=0,1", "dropout=0"));
  }

  @Test
  void valuesThatNoTrialCouldHaveAreRefusedBeforeAnyIsTrained() {
    assertEquals(
        "dropout=0,1.5: dropout is 1.5; expected 0 to less than 1",
        impossible("dropout=0,1.5").replaceAll("expected .*", "expected 0 to less than 1"));
    assertTrue(impossible("schedule=linear,cosinus").contains("schedule is \"cosinus\""));
    assertTrue(impossible("schedule=1..2").contains("schedule is \"1\""));
    assertTrue(impossible("learning-rate=1e-4..5").startsWith("learning-rate=1e-4..5: "));
  }

  @Test
  void valuesThatOnlySomeOthersAllowAreNot() {
    TrainingSettings settings = TrainingDefaults.RANDOM.with(Map.of());
    assertTrue(
        impossible("polynomial-power=2").contains("polynomial-power"),
        "alone it contradicts the schedule");
    assertDoesNotThrow(
        () -> space("schedule=linear,polynomial", "polynomial-power=1,2").check(settings));
  }

  @Test
  void filesHaveCommentsAndOptionsTakeTheirPlace() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("space.txt"), "# rates\nbatch-size=16,32\n\n  dropout=0..0.3\n");
    SearchSpaceReader reader = new SearchSpaceReader();
    reader.addFile(file);
    reader.addEntries(List.of("dropout=0,0.1"));
    assertEquals(Map.of("batch-size", "16,32", "dropout", "0,0.1"), reader.space().toMap());
    Files.writeString(file, "batch-size=16\n\nbatch-sizes=8\n");
    String message =
        assertThrows(IllegalArgumentException.class, () -> new SearchSpaceReader().addFile(file))
            .getMessage();
    assertTrue(message.startsWith(file + ":3: unknown setting \"batch-sizes\""), message);
  }

  @ParameterizedTest
  @EnumSource(TrainingDefaults.class)
  void theDocumentedSpacesArePossible(TrainingDefaults defaults) {
    SearchSpace space = SearchSpaceReader.defaults(defaults);
    space.check(defaults.with(Map.of()));
    assertTrue(
        space
            .names()
            .containsAll(
                List.of(
                    "learning-rate",
                    "batch-size",
                    "epochs",
                    "dropout",
                    "warmup",
                    "augment-mentions")),
        space.names().toString());
  }

  @Test
  void wholeSettingsAreThoseThatRefuseFractions() {
    TrainingSettings settings = TrainingDefaults.RANDOM.with(Map.of());
    for (String name : TrainingSettings.names()) {
      if (!CandidatesReader.fixed().contains(name)) {
        boolean whole;
        try {
          settings.with(Map.of(name, "0.5"));
          whole = false;
        } catch (IllegalArgumentException e) {
          whole = e.getMessage().endsWith("expected a whole number");
        }
        assertEquals(whole, CandidatesReader.WHOLE.contains(name), name);
      }
    }
  }
}
