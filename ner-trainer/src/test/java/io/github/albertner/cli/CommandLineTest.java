package io.github.albertner.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.train.TrainingSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Help, and arguments that are wrong. */
class CommandLineTest {
  private static final String CORPUS = "Mr\tO\nSmith\tB-person\n\nMrs\tO\nJones\tB-person\n";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"annotate", "train", "evaluate", "baseline", "split", "import", "export"})
  void helpTeachesByExampleWithinEightyColumns(String command) {
    CommandRun run = CommandRun.of(command, "--help").exits(0);
    run.prints("Usage: ner " + command, "Example", "  ner " + command + " -");
    assertEquals("", run.err());
    run.out().lines().forEach(line -> assertTrue(line.length() <= 80, () -> "too wide: " + line));
  }

  @ParameterizedTest
  @ValueSource(strings = {"split", "show"})
  void commandsOfPackageFilesTeachByExampleToo(String command) {
    CommandRun run = CommandRun.of("package", command, "--help").exits(0);
    run.prints("Usage: ner package " + command, "Example", "  ner package " + command + " -");
    assertEquals("", run.err());
    run.out().lines().forEach(line -> assertTrue(line.length() <= 80, () -> "too wide: " + line));
  }

  /** Wider lines are wrapped, which in an example makes two of one. */
  @Test
  void noExampleIsTooWideForATerminal() {
    assertFits(new CommandLine(new Ner()));
  }

  private static void assertFits(CommandLine command) {
    for (String line : command.getCommandSpec().usageMessage().footer()) {
      if (line.startsWith("  ")) {
        assertTrue(line.formatted().length() <= 80, () -> "too wide: " + line);
      }
    }
    command.getSubcommands().values().forEach(CommandLineTest::assertFits);
  }

  @Test
  void everyHelpPageHasAnExample() {
    assertHasExample(new CommandLine(new Ner()));
  }

  private static void assertHasExample(CommandLine command) {
    String name = command.getCommandSpec().qualifiedName();
    if (!name.equals("ner help") && !name.equals("ner generate-completion")) { // picocli's own
      assertTrue(
          Stream.of(command.getCommandSpec().usageMessage().footer())
              .anyMatch(line -> line.startsWith("  ") && line.contains(name)),
          name);
    }
    command.getSubcommands().values().forEach(CommandLineTest::assertHasExample);
  }

  @Test
  void aCommandThatOnlyHoldsOthersNamesThem() {
    CommandRun.of("package").exits(2).says("expected one of: split, show", "--help explains");
    CommandRun.of("package", "--help").exits(0).prints("split", "show");
    CommandRun.of("package", "shwo").exits(2).says("Did you mean: package show?");
  }

  @Test
  void theListOfCommandsIsHelpToo() {
    CommandRun.of("--help").exits(0).prints("train", "annotate", "Exit codes");
    CommandRun.of().exits(2).says("Usage: ner", "Examples:");
  }

  @Test
  void versionNamesWhatItRunsOn() {
    CommandRun.of("--version").exits(0).prints("albert-ner ", "djl ", "pytorch ", "opennlp ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "trian | Did you mean: ner train",
        "evaluate --modle m.bin | Did you mean: --model?",
        "train --tain x.conll --output y | Did you mean: --train?",
        "train --train x.conll --epochz 3 | Did you mean: --epochs?",
        "evaluate --data x.conll y.conll --modle m.bin | Unknown option: '--modle'",
        "train --epochz 3 | Did you mean: --epochs?",
        "evaluate | Missing required option: '--data=FILE'",
        "train --train t --base-model b --output o --epochs 2 --seed 8 --epochs 3 | option '--epochs' should be specified only once",
        "train --epochs | Missing required parameter for option '--epochs'",
        "evaluate --model m --data d --scheme BEEOS | expected one of [IOB1, BIO, BIOES, BILOU]"
      })
  void wrongArgumentsAreNamedInFewWordsWithTheNearest(String arguments, String message) {
    CommandRun run = CommandRun.of((Object[]) arguments.split(" ")).exits(2).says(message);
    assertTrue(run.err().contains("--help explains all options"), run.err());
    assertTrue(run.err().lines().count() <= 3, run.err());
    assertEquals("", run.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--epochs 0 | epochs is 0; expected at least 1",
        "--epochs many | epochs is \"many\"; expected a whole number",
        "--learning-rate 3 | learning-rate is 3.0; expected above 0, below 1",
        "--precision f8 | precision is \"f8\"; expected one of f32, bf16",
        "--format tsv | unknown corpus format 'tsv' (did you mean csv?); known formats: conll, opennlp",
        "--map PER=person | names a type that the corpus does not have (did you mean person?)"
      })
  void settingsOutOfRangeAreWrongUsage(String option, String message) throws IOException {
    Path corpus = Files.writeString(folder.resolve("c.conll"), CORPUS);
    Path output = folder.resolve("m.bin");
    String line =
        "train --base-model random:tiny --train %s --output %s %s"
            .formatted(corpus, output, option);
    CommandRun.of((Object[]) line.split(" ")).exits(2).says(message);
    assertFalse(Files.exists(output));
  }

  @Test
  void everySettingIsAnOptionThatTheHelpExplains() {
    CommandRun help = CommandRun.of("train", "--help").exits(0);
    for (String name : TrainingSettings.names()) {
      help.prints("      --" + name + "=");
    }
  }

  @Test
  void aSettingsFileWithAnUnknownNameIsRefused() throws IOException {
    Path corpus = Files.writeString(folder.resolve("c.conll"), CORPUS);
    Path settings = Files.writeString(folder.resolve("s.properties"), "epoch=3\n");
    CommandRun.train(corpus, folder.resolve("m.bin"), "--settings", settings)
        .exits(2)
        .says("unknown setting \"epoch\" (did you mean epochs?); the settings are accumulation,");
    Files.writeString(settings, "epochs=3\nseed=1\nepochs=4\n");
    CommandRun.train(corpus, folder.resolve("m.bin"), "--settings", settings)
        .exits(2)
        .says("names epochs twice, with 3 and with 4; expected it once");
    CommandRun.train(corpus, folder.resolve("m.bin"), "--settings", folder.resolve("none"))
        .exits(1)
        .says("none: no such file");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "random:huge | random: followed by one of tiny, small, base",
        "albert/albert-base-v2 | download its files into a folder first"
      })
  void anUnknownBaseModelIsNamedWithWhatIsKnown(String name, String message) throws IOException {
    Path corpus = Files.writeString(folder.resolve("c.conll"), CORPUS);
    CommandRun.of(
            "train", "--train", corpus, "--output", folder.resolve("m.bin"), "--base-model", name)
        .exits(1)
        .says("base model " + name, message);
  }
}
