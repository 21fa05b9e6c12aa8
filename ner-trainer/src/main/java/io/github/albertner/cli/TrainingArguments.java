package io.github.albertner.cli;

import io.github.albertner.settings.SmallFile;
import io.github.albertner.train.TrainingDefaults;
import io.github.albertner.train.TrainingSettings;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The settings of a training run; each replaces a documented default. */
final class TrainingArguments {
  @Option(
      names = "--settings",
      paramLabel = "FILE",
      description =
          "Settings as NAME=VALUE lines, by the names of the options below; options given here"
              + " win.")
  private Path file;

  @ArgGroup(validate = false, heading = "%nHow long, and on what:%n")
  SettingOptions.Amounts amounts;

  @ArgGroup(validate = false, heading = "%nLearning rate:%n")
  SettingOptions.Rate rate;

  @ArgGroup(validate = false, heading = "%nLoss and regularisation:%n")
  SettingOptions.Learning learning;

  @ArgGroup(validate = false, heading = "%nContext and augmentation:%n")
  SettingOptions.Sentences sentences;

  @ArgGroup(validate = false, heading = "%nComputation:%n")
  SettingOptions.Computation computation;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /**
   * Resolves the settings.
   *
   * @param baseModel decides the defaults: those for random weights or for pretrained ones
   * @throws IOException if the settings file cannot be read
   * @throws IllegalArgumentException if a setting is unknown, malformed or out of range, or two
   *     contradict each other
   */
  TrainingSettings settings(String baseModel) throws IOException {
    return TrainingDefaults.forBaseModel(baseModel).with(chosen());
  }

  /** What the settings file and the options say, by the names of the settings. */
  private Map<String, String> chosen() throws IOException {
    Map<String, String> chosen = new TreeMap<>();
    if (file != null) {
      Properties properties = new UniqueProperties();
      properties.load(new StringReader(SmallFile.read(file, "settings")));
      properties.forEach((name, value) -> chosen.put((String) name, (String) value));
    }
    ParseResult given = command.commandLine().getParseResult();
    for (String name : TrainingSettings.names()) {
      String value = given.matchedOptionValue("--" + name, (String) null);
      if (value != null) {
        chosen.put(name, value);
      }
    }
    return chosen;
  }

  /** A file in which no name comes twice: which of its values is meant would not be known. */
  private static final class UniqueProperties extends Properties {
    private static final long serialVersionUID = 1L;

    @Override
    public synchronized Object put(Object name, Object value) {
      Object before = super.put(name, value);
      if (before != null) {
        throw new IllegalArgumentException(
            "the settings file names %s twice, with %s and with %s; expected it once"
                .formatted(name, before, value));
      }
      return null;
    }
  }
}
