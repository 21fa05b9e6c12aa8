package io.github.albertner.run;

import io.github.albertner.NerTagger;
import io.github.albertner.TaggerOptions;
import io.github.albertner.evaluate.Evaluation;
import io.github.albertner.evaluate.EvaluationOptions;
import io.github.albertner.evaluate.EvaluationTable;
import io.github.albertner.evaluate.ScoringMode;
import io.github.albertner.evaluate.Tagging;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.report.TestScores;
import io.github.albertner.train.TrainingCollapseException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Training as a whole, from data to a package that is ready for use: the best epoch, with the
 * activation ranges that int8 needs, and a card that has the scores in each precision and on the
 * test data.
 *
 * @param request what to train
 * @param data what to learn from and to judge by
 * @param test what the finished model is scored on
 */
public record TrainingJob(TrainingRequest request, TrainingData data, TestData test) {

  /** A job without test data. */
  public TrainingJob(TrainingRequest request, TrainingData data) {
    this(request, data, TestData.NONE);
  }

  /**
   * Trains and finishes the package; resumes where the checkpoints' directory has one.
   *
   * @param listener told of every step
   * @param checkpoints where and how often; none are kept without
   * @return the finished model
   * @throws IOException as {@link Trainer#train} throws it
   * @throws IllegalArgumentException likewise
   * @throws TrainingCollapseException likewise
   */
  public TrainedModel run(RunListener listener, Optional<Checkpointing> checkpoints)
      throws IOException {
    return finish(Trainer.train(request, data, listener, checkpoints), listener);
  }

  /**
   * Finishes the package of the best epoch.
   *
   * @param trained a model of this job, from {@link Trainer}
   * @param listener told what is being done
   * @return the same with a finished package, and its test scores if there are test data
   * @throws IOException if the package's vocabulary cannot be used
   */
  public TrainedModel finish(TrainedModel trained, RunListener listener) throws IOException {
    listener.note(
        String.format(
            Locale.ROOT,
            "measuring what each precision costs on %,d development sentences",
            data.development().size()));
    int threads = request.settings().threads();
    ModelPackage measured = ActivationCalibration.of(trained.model(), data.training(), threads);
    ModelPackage model =
        PrecisionScores.of(measured, data.development(), threads)
            .addTo(measured, "the development data");
    if (test.sentences().isEmpty()) {
      return trained.finished(model, Optional.empty());
    }
    Evaluation evaluation = evaluate(model);
    TestScores scores =
        new TestScores(
            test.description(),
            EvaluationTable.render(evaluation, List.of(ScoringMode.STRICT)),
            evaluation);
    scores.warning(model).ifPresent(listener::note);
    return trained.finished(scores.addTo(model), Optional.of(scores));
  }

  private Evaluation evaluate(ModelPackage model) throws IOException {
    try (NerTagger tagger = NerTagger.of(model, tagging())) {
      return Evaluation.of(
          test.sentences(), Tagging.tag(tagger, test.sentences()), EvaluationOptions.DEFAULTS);
    }
  }

  /** How test sentences are tagged: on the device and threads that the model is trained with. */
  public TaggerOptions tagging() {
    return TaggerOptions.defaults()
        .withDevice(request.settings().device())
        .withThreads(request.settings().threads());
  }
}
