package io.github.albertner.cli;

import io.github.albertner.text.SplitterKind;
import picocli.CommandLine.Option;

/** How raw text is split into sentences and tokens. */
final class SplittingArguments {
  @Option(
      names = "--language",
      paramLabel = "TAG",
      defaultValue = "",
      description =
          "Language of raw text, such as de, which decides how sentences and tokens are found."
              + " Default: the model's.")
  private String language;

  @Option(
      names = "--splitter",
      paramLabel = "NAME",
      defaultValue = "auto",
      description =
          "How sentences and tokens of raw text are found: rules (built in), opennlp (OpenNLP's"
              + " models for the language, from the class path), or auto: rules for English, for"
              + " others OpenNLP's models where they are, else rules. Default: ${DEFAULT-VALUE}.")
  private SplitterKind splitter;

  /** The language tag; empty for the model's. */
  String language() {
    return language;
  }

  /** How text is split. */
  SplitterKind splitter() {
    return splitter;
  }
}
