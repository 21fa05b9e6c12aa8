package io.github.albertner.tune;

import io.github.albertner.checkpoint.Checkpoint;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.train.EpochResult;
import io.github.albertner.train.FineTuning;
import io.github.albertner.train.TrainingCollapseException;
import io.github.albertner.train.TrainingSettings;
import io.github.albertner.train.TrainingStep;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Trials that fine-tune one base model on the same data. */
final class FineTuningTrials implements TrialTrainer {
  private final Checkpoint base;
  private final TrainingSettings settings;
  private final List<Sentence> training;
  private final List<Sentence> development;

  /**
   * Prepares trials.
   *
   * @param settings where the search varies nothing
   */
  FineTuningTrials(
      Checkpoint base,
      TrainingSettings settings,
      List<Sentence> training,
      List<Sentence> development) {
    this.base = base;
    this.settings = settings;
    this.training = List.copyOf(training);
    this.development = List.copyOf(development);
  }

  @Override
  public TrialTraining begin(Map<String, String> varied) throws IOException {
    TrainingSettings own = settings.with(varied);
    return new Running(FineTuning.prepare(base, own, training, development), own);
  }

  private record Running(FineTuning tuning, TrainingSettings settings) implements TrialTraining {
    @Override
    public boolean hasNext() {
      return tuning.loop().hasNext();
    }

    @Override
    public TrialProgress next() {
      TrainingStep step = tuning.loop().next();
      long warmup = settings.rate().warmupSteps(step.totalSteps());
      return new TrialProgress(
          step.step(),
          step.totalSteps(),
          step.step() < warmup,
          step.epochResult().map(result -> epoch(step, result)));
    }

    private static TrialEpoch epoch(TrainingStep step, EpochResult result) {
      return new TrialEpoch(
          result.epoch(),
          (double) step.step() / step.totalSteps(),
          result.trainingLoss(),
          result.validationLoss(),
          result.scores().micro().f1());
    }

    @Override
    public int plannedEpochs() {
      return settings.epochs();
    }

    @Override
    public Optional<String> failure() {
      return tuning
          .loop()
          .best()
          .filter(best -> !best.isUseful())
          .map(
              best ->
                  TrainingCollapseException.nothingRight(
                      best.scores().micro().predicted(), settings));
    }

    @Override
    public void close() {
      tuning.close();
    }
  }
}
