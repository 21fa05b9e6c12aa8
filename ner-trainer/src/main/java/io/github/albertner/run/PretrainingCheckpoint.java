package io.github.albertner.run;

import com.google.gson.JsonObject;
import io.github.albertner.pretrain.Evaluation;
import io.github.albertner.pretrain.PretrainingState;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where pretraining stood, in one file: a {@link CheckpointArchive} with weights and moments.
 *
 * @param identity of the run
 * @param totalSteps updates of the whole run
 * @param state of its loop
 */
record PretrainingCheckpoint(RunIdentity identity, int totalSteps, PretrainingState state) {
  private static final String KIND = "pretraining";
  private static final String BEST = "best";

  /** Writes all of it; the stream stays open. */
  void writeTo(OutputStream out) throws IOException {
    CheckpointArchive.of(json(), state.network()).writeTo(out);
  }

  private JsonObject json() {
    JsonObject json = new JsonObject();
    json.addProperty("kind", KIND);
    json.add("identity", identity.toJson());
    json.addProperty("totalSteps", totalSteps);
    json.addProperty("step", state.step());
    json.addProperty("lossSum", state.lossSum());
    json.addProperty("lossCount", state.lossCount());
    json.addProperty("seconds", state.seconds());
    state
        .best()
        .ifPresent(
            best -> {
              JsonObject kept = new JsonObject();
              kept.addProperty("step", best.step());
              kept.addProperty("trainingLoss", best.trainingLoss());
              kept.addProperty("loss", best.loss());
              kept.addProperty("accuracy", best.accuracy());
              json.add(BEST, kept);
            });
    return json;
  }

  /**
   * Reads a checkpoint.
   *
   * @throws IOException if it cannot be read, is damaged, or none of pretraining; the message names
   *     the file
   */
  static PretrainingCheckpoint read(Path file) throws IOException {
    return CheckpointArchive.read(
        file,
        archive -> {
          JsonObject json = archive.state();
          if (!json.has("kind") || !json.get("kind").getAsString().equals(KIND)) {
            throw new IOException(
                file + ": expected a checkpoint of ner pretrain, found one of ner train");
          }
          return new PretrainingCheckpoint(
              RunIdentity.of(json.getAsJsonObject("identity")),
              json.get("totalSteps").getAsInt(),
              state(archive));
        });
  }

  private static PretrainingState state(CheckpointArchive archive) {
    JsonObject json = archive.state();
    Optional<Evaluation> best = Optional.empty();
    if (json.has(BEST)) {
      JsonObject kept = json.getAsJsonObject(BEST);
      best =
          Optional.of(
              new Evaluation(
                  kept.get("step").getAsLong(),
                  kept.get("trainingLoss").getAsDouble(),
                  kept.get("loss").getAsDouble(),
                  kept.get("accuracy").getAsDouble(),
                  true));
    }
    return new PretrainingState(
        json.get("step").getAsLong(),
        json.get("lossSum").getAsDouble(),
        json.get("lossCount").getAsLong(),
        json.get("seconds").getAsDouble(),
        archive.network(),
        best);
  }
}
