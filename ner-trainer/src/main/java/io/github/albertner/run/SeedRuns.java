package io.github.albertner.run;

import io.github.albertner.NerTagger;
import io.github.albertner.TaggerOptions;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.evaluate.Evaluation;
import io.github.albertner.evaluate.EvaluationOptions;
import io.github.albertner.evaluate.ScoringMode;
import io.github.albertner.evaluate.Tagging;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Trainings that differ in their seed alone, and how far their scores lie apart.
 *
 * @param runs in the order of their seeds; at least one
 * @param best the model of the run with the highest development F1, of equal ones the first; test
 *     scores play no part
 * @param bestSeed its seed
 */
public record SeedRuns(List<SeedRun> runs, TrainedModel best, long bestSeed) {

  /** How the model of a seed is trained. */
  public interface SeedTrainer {
    /**
     * Trains one model.
     *
     * @param seed of the run
     * @return the model, or empty to end the series here
     * @throws IOException if training fails
     */
    Optional<TrainedModel> train(long seed) throws IOException;

    /**
     * Hears of a seed that was judged.
     *
     * @param run what came of it
     */
    default void ended(SeedRun run) {}
  }

  /** Copies the list. */
  public SeedRuns {
    runs = List.copyOf(runs);
  }

  /**
   * Trains with one seed after the other. Only the weights of the best model so far stay in memory.
   *
   * @param seeds at least one
   * @param test sentences that decide nothing; may be none
   * @param trainer trains the models
   * @param tagging how the test sentences are tagged
   * @return the runs up to the end
   * @throws IOException if training fails, or the trainer ends before the first model
   */
  public static SeedRuns run(
      List<Long> seeds, List<Sentence> test, SeedTrainer trainer, TaggerOptions tagging)
      throws IOException {
    List<SeedRun> runs = new ArrayList<>();
    SeedRun bestRun = null;
    TrainedModel best = null;
    for (long seed : seeds) {
      Optional<TrainedModel> trained = trainer.train(seed);
      if (trained.isEmpty()) {
        break;
      }
      SeedRun run = new SeedRun(seed, trained.get().best(), judge(trained.get(), tagging, test));
      runs.add(run);
      if (bestRun == null || run.developmentF1() > bestRun.developmentF1()) {
        bestRun = run;
        best = trained.get();
      }
      trainer.ended(run);
    }
    if (bestRun == null) {
      throw new IOException("stopped before the first model was trained: nothing to keep");
    }
    return new SeedRuns(runs, best, bestRun.seed());
  }

  private static Optional<Evaluation> judge(
      TrainedModel trained, TaggerOptions tagging, List<Sentence> test) throws IOException {
    if (test.isEmpty()) {
      return Optional.empty();
    }
    try (NerTagger tagger = NerTagger.of(trained.model(), tagging)) {
      return Optional.of(
          Evaluation.of(
              test, Tagging.tag(tagger, test), EvaluationOptions.DEFAULTS.withoutIntervals()));
    }
  }

  /**
   * Strict micro F1 of the development sentences.
   *
   * @return of each run
   */
  public Spread developmentF1() {
    return new Spread(runs.stream().map(SeedRun::developmentF1).toList());
  }

  /**
   * Micro F1 of the test sentences.
   *
   * @param mode what counts as right
   * @return of each run; empty if there are no test sentences
   */
  public Optional<Spread> testF1(ScoringMode mode) {
    List<Double> values =
        runs.stream()
            .flatMap(run -> run.test().stream())
            .map(evaluation -> evaluation.in(mode).micro().f1())
            .toList();
    return values.isEmpty() ? Optional.empty() : Optional.of(new Spread(values));
  }
}
