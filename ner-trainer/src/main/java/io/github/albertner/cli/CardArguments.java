package io.github.albertner.cli;

import io.github.albertner.report.CardNotes;
import picocli.CommandLine.Option;

/** What only its maker knows of a model, for the package and its card. */
final class CardArguments {
  @Option(
      names = "--language",
      paramLabel = "TAG",
      defaultValue = "und",
      description = "Language of the text, such as en, for the package.")
  private String language;

  @Option(
      names = "--description",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "What the model is, for the model card.")
  private String description;

  @Option(
      names = "--intended-use",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "What the model is for and what not, for the model card.")
  private String intendedUse;

  @Option(
      names = "--license",
      paramLabel = "ID|TEXT",
      defaultValue = "",
      description = "Licence of the model, such as Apache-2.0, for the model card.")
  private String license;

  @Option(
      names = "--data-license",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "Licences of the training data, for the model card.")
  private String dataLicense;

  /** Returns what was said. */
  CardNotes notes() {
    return new CardNotes(language, description, intendedUse, license, dataLicense);
  }
}
