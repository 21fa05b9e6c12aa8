package io.github.albertner.cli;

import io.github.albertner.checkpoint.StartingPoint;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where training starts: options of all commands that train or pretrain. */
final class StartArguments {
  @Option(
      names = "--base-model",
      required = true,
      paramLabel = "DIR|random:SIZE",
      description =
          "Folder with a Hugging Face ALBERT; or random weights: random:tiny, random:small,"
              + " random:base. Behind these, sizes may be changed:"
              + " random:small,layers=6,hidden=384,heads=6,feed-forward=1536,embedding=128. With"
              + " ,attention=neighbours behind it, attention begins with the words beside a word, which"
              + " learns several times as fast.")
  private String baseModel;

  @Option(
      names = "--vocabulary",
      paramLabel = "DIR|FILE",
      description =
          "Folder of ner vocabulary, spiece.model, tokenizer.json or vocab.txt. Default: the base model's; with random weights the"
              + " project's own, English and cased.")
  private Path vocabulary;

  @Option(
      names = "--embeddings",
      paramLabel = "FILE",
      description =
          "Start from these embeddings of the vocabulary, as ner embeddings makes them, instead of"
              + " the base model's.")
  private Path embeddings;

  /** Returns the base model as it was named. */
  String baseModel() {
    return baseModel;
  }

  /** Returns what the options say. */
  StartingPoint start() {
    return new StartingPoint(
        baseModel, Optional.ofNullable(vocabulary), Optional.ofNullable(embeddings));
  }
}
