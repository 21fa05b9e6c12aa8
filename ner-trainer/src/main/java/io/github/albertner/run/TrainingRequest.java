package io.github.albertner.run;

import io.github.albertner.checkpoint.Checkpoint;
import io.github.albertner.checkpoint.StartingPoint;
import io.github.albertner.modelpackage.ModelManifest;
import io.github.albertner.report.CardNotes;
import io.github.albertner.train.TrainingDefaults;
import io.github.albertner.train.TrainingSettings;
import io.github.albertner.weights.DataType;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * What to train, data apart.
 *
 * @param start what to start from
 * @param settings of the run
 * @param storage type of the package's weights, F32 or F16
 * @param notes what only its maker knows of the model, for the package and its card
 */
public record TrainingRequest(
    StartingPoint start, TrainingSettings settings, DataType storage, CardNotes notes) {

  /**
   * Checks what can be checked before hours of training.
   *
   * @throws IllegalArgumentException if the language is no tag, or the storage neither F32 nor F16
   */
  public TrainingRequest {
    Objects.requireNonNull(start, "start");
    Objects.requireNonNull(settings, "settings");
    // Said now rather than after hours of training.
    ModelManifest.of(notes.language(), Instant.EPOCH);
    if (storage != DataType.F32 && storage != DataType.F16) {
      throw new IllegalArgumentException("storage is " + storage + "; expected F32 or F16");
    }
  }

  /**
   * A request with the base model's vocabulary and default settings but for those given.
   *
   * @param baseModel as {@link StartingPoint} has it
   * @param settings by the names that the command line gives them, for instance {@code epochs}
   * @throws IllegalArgumentException if a setting is unknown, malformed, out of range or
   *     contradicted by another
   */
  public static TrainingRequest of(String baseModel, Map<String, String> settings) {
    return new TrainingRequest(
        StartingPoint.of(baseModel),
        TrainingDefaults.forBaseModel(baseModel).with(settings),
        DataType.F32,
        CardNotes.of("und", ""));
  }

  /**
   * Reads or makes what to start from.
   *
   * @throws IOException if a part of it cannot be read or does not fit
   */
  public Checkpoint readStart() throws IOException {
    return start.read(settings.seed());
  }

  /** Returns the same request with other settings. */
  public TrainingRequest withSettings(TrainingSettings other) {
    return new TrainingRequest(start, other, storage, notes);
  }

  /** Returns the same request with other notes for the card. */
  public TrainingRequest withNotes(CardNotes other) {
    return new TrainingRequest(start, settings, storage, other);
  }
}
