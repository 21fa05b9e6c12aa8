package io.github.albertner.run;

import com.google.gson.JsonObject;
import io.github.albertner.train.TrainingState;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a run of training stood, in one file: a {@link CheckpointArchive} with weights, first and
 * second moments, and the best epoch's weights.
 *
 * @param identity of the run
 * @param state of its loop
 */
record RunCheckpoint(RunIdentity identity, TrainingState state) {
  private static final String BEST = "best";

  /** Writes all of it; the stream stays open. */
  void writeTo(OutputStream out) throws IOException {
    CheckpointArchive archive = CheckpointArchive.of(json(), state.network());
    state.best().ifPresent(best -> archive.tensors().put(BEST, best.weights().values()));
    archive.writeTo(out);
  }

  private JsonObject json() {
    JsonObject json = new JsonObject();
    json.add("identity", identity.toJson());
    json.addProperty("step", state.step());
    json.addProperty("epochLoss", state.epochLoss());
    json.addProperty("epochWeight", state.epochWeight());
    json.addProperty("seconds", state.seconds());
    state
        .best()
        .ifPresent(
            kept -> {
              JsonObject best = new JsonObject();
              best.addProperty("epoch", kept.epoch());
              best.addProperty("step", kept.step());
              best.addProperty("trainingLoss", kept.trainingLoss());
              best.addProperty("validationLoss", kept.validationLoss());
              json.add(BEST, best);
            });
    return json;
  }

  /**
   * Reads a checkpoint.
   *
   * @throws IOException if it cannot be read, or is damaged; the message names the file
   */
  static RunCheckpoint read(Path file) throws IOException {
    return CheckpointArchive.read(
        file,
        archive ->
            new RunCheckpoint(
                RunIdentity.of(archive.state().getAsJsonObject("identity")), state(archive)));
  }

  private static TrainingState state(CheckpointArchive archive) {
    JsonObject json = archive.state();
    Optional<TrainingState.Best> best = Optional.empty();
    if (json.has(BEST)) {
      JsonObject kept = json.getAsJsonObject(BEST);
      best =
          Optional.of(
              new TrainingState.Best(
                  kept.get("epoch").getAsInt(),
                  kept.get("step").getAsLong(),
                  kept.get("trainingLoss").getAsDouble(),
                  kept.get("validationLoss").getAsDouble(),
                  archive.set(BEST)));
    }
    return new TrainingState(
        json.get("step").getAsLong(),
        json.get("epochLoss").getAsDouble(),
        json.get("epochWeight").getAsDouble(),
        json.get("seconds").getAsDouble(),
        archive.network(),
        best);
  }
}
