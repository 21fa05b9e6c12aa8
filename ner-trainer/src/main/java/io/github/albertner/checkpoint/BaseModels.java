package io.github.albertner.checkpoint;

import io.github.albertner.modelpackage.InvalidModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Finds the base model that a user names. */
public final class BaseModels {
  static final String RANDOM = "random:";

  private static final Pattern HUB_ID = Pattern.compile("[\\w.-]+/[\\w.-]+");

  private BaseModels() {}

  /** Whether a name stands for random weights, of whatever size. */
  public static boolean isRandom(String name) {
    return name.startsWith(RANDOM);
  }

  /**
   * Returns the hidden size of a base model; of a folder, its config.json alone is read.
   *
   * @param name as {@link #resolve} takes it
   * @return empty if there is no such base model, or its config.json cannot be read
   */
  public static OptionalInt hiddenSize(String name) {
    if (isRandom(name)) {
      try {
        return OptionalInt.of(RandomSizes.parse(name.substring(RANDOM.length())).hiddenSize());
      } catch (InvalidModelException e) {
        return OptionalInt.empty(); // as below
      }
    }
    try {
      return OptionalInt.of(HuggingFaceDirectory.config(Path.of(name)).hiddenSize());
    } catch (IOException | InvalidPathException e) {
      // Whoever reads the model will say what is wrong with it.
      return OptionalInt.empty();
    }
  }

  /**
   * Reads or makes a base model.
   *
   * @param name a Hugging Face folder, or {@code random:tiny}, {@code random:small} or {@code
   *     random:base}, and behind it sizes that differ: {@code random:small,layers=6,heads=8}
   * @param vocabulary a folder with spiece.model, tokenizer.json or vocab.txt, or one of these
   *     files, instead of the folder's own, or instead of the project's own for random weights
   * @param seed of random weights
   * @return the checkpoint; its labels, if it has some, are those of a token classifier
   * @throws InvalidModelException if there is no such base model, or it cannot be used
   * @throws IOException if it cannot be read
   */
  public static Checkpoint resolve(String name, Optional<Path> vocabulary, long seed)
      throws IOException {
    if (isRandom(name)) {
      RandomSizes sizes;
      try {
        sizes = RandomSizes.parse(name.substring(RANDOM.length()));
      } catch (InvalidModelException e) {
        throw unknown(name, e.getMessage());
      }
      return vocabulary.isPresent()
          ? RandomCheckpoint.create(sizes, seed, vocabulary.get())
          : RandomCheckpoint.create(sizes, seed);
    }
    Path folder;
    try {
      folder = Path.of(name);
    } catch (InvalidPathException e) {
      throw unknown(name, e.getMessage());
    }
    if (Files.isDirectory(folder)) {
      return HuggingFaceDirectory.read(folder, vocabulary);
    }
    if (Files.exists(folder)) {
      throw unknown(name, "a file; if it is a model package, export it to a folder first");
    }
    throw unknown(
        name,
        HUB_ID.matcher(name).matches()
            ? "no such folder; if this is a model hub id, download its files into a folder first"
            : "no such folder");
  }

  private static InvalidModelException unknown(String name, String found) {
    return new InvalidModelException(
        "base model %s: expected a folder with a Hugging Face checkpoint, or %s followed by one of %s; found %s"
            .formatted(name, RANDOM, RandomCheckpoint.labels(), found));
  }
}
