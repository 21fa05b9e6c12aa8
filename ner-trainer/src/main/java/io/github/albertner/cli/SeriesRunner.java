package io.github.albertner.cli;

import io.github.albertner.run.Checkpointing;
import io.github.albertner.run.TrainedModel;
import io.github.albertner.run.Trainer;
import io.github.albertner.run.TrainingData;
import io.github.albertner.run.TrainingRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;

/** Trains the models of a series; one that is interrupted is no part of it. */
final class SeriesRunner {
  private final InterruptHandler interrupt;
  private final PrintWriter err;

  SeriesRunner(InterruptHandler interrupt, PrintWriter err) {
    this.interrupt = interrupt;
    this.err = err;
  }

  /**
   * Trains one model and shows how far it got.
   *
   * @return the model; empty if the user asked the command to end before it was done
   * @throws IOException if training fails for another reason
   */
  Optional<TrainedModel> train(
      TrainingRequest request, TrainingData data, Optional<Checkpointing> checkpoints)
      throws IOException {
    TrainingConsole console = new TrainingConsole(interrupt, err);
    try {
      TrainedModel trained = Trainer.train(request, data, console, checkpoints);
      return interrupt.requested() ? Optional.empty() : Optional.of(trained);
    } catch (IOException e) {
      if (interrupt.requested()) {
        err.println("ner: " + e.getMessage());
        return Optional.empty();
      }
      throw e;
    } finally {
      console.close();
    }
  }
}
