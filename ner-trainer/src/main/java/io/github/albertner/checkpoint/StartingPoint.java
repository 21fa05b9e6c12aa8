package io.github.albertner.checkpoint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * What training starts from, as a user names it.
 *
 * @param baseModel a Hugging Face folder or random weights, as {@link BaseModels#resolve} takes it
 * @param vocabulary instead of the base model's, as {@link BaseModels#resolve} takes it
 * @param embeddings a file as {@link EmbeddingFile} has it, instead of the base model's
 */
public record StartingPoint(
    String baseModel, Optional<Path> vocabulary, Optional<Path> embeddings) {
  /** Checks that there is a base model. */
  public StartingPoint {
    Objects.requireNonNull(baseModel, "baseModel");
  }

  /** A base model with its own vocabulary and embeddings. */
  public static StartingPoint of(String baseModel) {
    return new StartingPoint(baseModel, Optional.empty(), Optional.empty());
  }

  /**
   * Reads or makes it.
   *
   * @param seed of random weights
   * @throws IOException if a part of it cannot be read or does not fit
   */
  public Checkpoint read(long seed) throws IOException {
    Checkpoint base = BaseModels.resolve(baseModel, vocabulary, seed);
    return embeddings.isPresent() ? EmbeddingFile.into(base, embeddings.get()) : base;
  }
}
