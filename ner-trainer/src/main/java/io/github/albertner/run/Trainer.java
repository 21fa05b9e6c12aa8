package io.github.albertner.run;

import io.github.albertner.checkpoint.Checkpoint;
import io.github.albertner.modelpackage.InvalidModelException;
import io.github.albertner.train.FineTuning;
import io.github.albertner.train.TrainingCollapseException;
import java.io.IOException;
import java.util.Optional;

/**
 * Trains networks: one run at a time per process, others wait. The network of a run is freed when
 * it ends. The package of the best epoch is as training left it, which is enough to be scored;
 * {@link TrainingJob} finishes it.
 */
public final class Trainer {
  /** Dropout draws from libtorch's one generator. */
  private static final Object TURN = new Object();

  private Trainer() {}

  /**
   * Trains without keeping checkpoints.
   *
   * @param request what to train
   * @param data what to learn from and to judge by
   * @param listener told of every step
   * @return the best epoch
   * @throws InvalidModelException if the base model cannot be used
   * @throws IOException if it cannot be read, or the listener stops the run before an epoch found
   *     anything right
   * @throws IllegalArgumentException if settings and data do not go together, or there is no such
   *     device
   * @throws TrainingCollapseException if no epoch finds anything right; the message says what to
   *     change
   */
  public static TrainedModel train(TrainingRequest request, TrainingData data, RunListener listener)
      throws IOException {
    return train(request, data, listener, Optional.empty());
  }

  /**
   * Trains with checkpoints; goes on where the directory's last one stood, if it has one.
   *
   * @param request what to train
   * @param data what to learn from and to judge by
   * @param listener told of every step
   * @param checkpoints where and how often
   * @return the best epoch
   * @throws IOException as above, or if the checkpoint there is damaged or of another run: other
   *     data, settings, start or versions; the message says which
   * @throws IllegalArgumentException as above
   * @throws TrainingCollapseException as above
   */
  public static TrainedModel train(
      TrainingRequest request,
      TrainingData data,
      RunListener listener,
      Optional<Checkpointing> checkpoints)
      throws IOException {
    synchronized (TURN) {
      TrainingRequest here = request.withSettings(request.settings().onThisMachine());
      Checkpoint base = here.readStart();
      try (FineTuning tuning =
          FineTuning.prepare(base, here.settings(), data.training(), data.development())) {
        return new Run(here, data, tuning, listener, checkpoints).train();
      }
    }
  }
}
