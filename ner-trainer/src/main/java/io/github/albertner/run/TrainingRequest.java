package io.github.albertner.run;

import io.github.albertner.checkpoint.BaseModels;
import io.github.albertner.checkpoint.Checkpoint;
import io.github.albertner.checkpoint.EmbeddingFile;
import io.github.albertner.modelpackage.ModelManifest;
import io.github.albertner.report.CardNotes;
import io.github.albertner.train.TrainingDefaults;
import io.github.albertner.train.TrainingSettings;
import io.github.albertner.weights.DataType;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What to train, data apart.
 *
 * @param baseModel a Hugging Face folder, or {@code random:tiny}, {@code random:small} or {@code
 *     random:base}, as {@link BaseModels#resolve} takes it
 * @param vocabulary a folder with spiece.model or tokenizer.json, or one of these files, instead of
 *     the base model's
 * @param settings of the run
 * @param storage type of the package's weights, F32 or F16
 * @param notes what only its maker knows of the model, for the package and its card
 * @param embeddings a file as {@link EmbeddingFile} has it, instead of the base model's
 */
public record TrainingRequest(
    String baseModel,
    Optional<Path> vocabulary,
    TrainingSettings settings,
    DataType storage,
    CardNotes notes,
    Optional<Path> embeddings) {

  /**
   * Checks what can be checked before hours of training.
   *
   * @throws IllegalArgumentException if the language is no tag, or the storage neither F32 nor F16
   */
  public TrainingRequest {
    Objects.requireNonNull(baseModel, "baseModel");
    Objects.requireNonNull(settings, "settings");
    // Said now rather than after hours of training.
    ModelManifest.of(notes.language(), Instant.EPOCH);
    if (storage != DataType.F32 && storage != DataType.F16) {
      throw new IllegalArgumentException("storage is " + storage + "; expected F32 or F16");
    }
  }

  /** A request with the base model's embeddings. */
  public TrainingRequest(
      String baseModel,
      Optional<Path> vocabulary,
      TrainingSettings settings,
      DataType storage,
      CardNotes notes) {
    this(baseModel, vocabulary, settings, storage, notes, Optional.empty());
  }

  /**
   * A request with the base model's vocabulary and default settings but for those given.
   *
   * @param baseModel as above
   * @param settings by the names that the command line gives them, for instance {@code epochs}
   * @throws IllegalArgumentException if a setting is unknown, malformed, out of range or
   *     contradicted by another
   */
  public static TrainingRequest of(String baseModel, Map<String, String> settings) {
    return new TrainingRequest(
        baseModel,
        Optional.empty(),
        TrainingDefaults.forBaseModel(baseModel).with(settings),
        DataType.F32,
        CardNotes.of("und", ""));
  }

  /**
   * Reads or makes what to start from.
   *
   * @return the base model, with the vocabulary and the embeddings asked for
   * @throws IOException if a part of it cannot be read or does not fit
   */
  Checkpoint start() throws IOException {
    Checkpoint base = BaseModels.resolve(baseModel, vocabulary, settings.seed());
    return embeddings.isPresent() ? EmbeddingFile.into(base, embeddings.get()) : base;
  }

  /** Returns the same request with other settings. */
  public TrainingRequest withSettings(TrainingSettings other) {
    return new TrainingRequest(baseModel, vocabulary, other, storage, notes, embeddings);
  }

  /** Returns the same request with other notes for the card. */
  public TrainingRequest withNotes(CardNotes other) {
    return new TrainingRequest(baseModel, vocabulary, settings, storage, other, embeddings);
  }
}
