package io.github.albertner.run;

import io.github.albertner.NerTagger;
import io.github.albertner.TaggerOptions;
import io.github.albertner.corpus.CorpusSplitter;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.evaluate.Evaluation;
import io.github.albertner.evaluate.EvaluationOptions;
import io.github.albertner.evaluate.Tagging;
import io.github.albertner.label.EntitySpan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cross-validation: every sentence of a corpus is tagged once, by a model that learned from other
 * documents.
 *
 * <p>Folds keep documents whole where at least 20 are known, and hold about the same share of every
 * entity type. Of the sentences that a fold's model may see, some are set aside to choose the epoch
 * by; the fold's own decide nothing.
 *
 * @param folds the corpus in parts, each judged by a model that learned from the others
 * @param developmentShare of the other folds' sentences, to choose epochs by
 * @param seed of what is set aside
 */
public record CrossValidation(CorpusSplitter.Split folds, double developmentShare, long seed) {

  /** How the model of a fold is trained. */
  public interface FoldTrainer {
    /**
     * Trains one model.
     *
     * @param fold number of the fold that it will be judged on, from 1
     * @param data from the other folds
     * @param test number of sentences in the fold
     * @return the model, or empty to end the cross-validation here
     * @throws IOException if training fails
     */
    Optional<TrainedModel> train(int fold, TrainingData data, int test) throws IOException;

    /**
     * Hears of a fold that was judged.
     *
     * @param result what came of it
     */
    default void ended(FoldResult result) {}
  }

  /**
   * Deals a corpus out.
   *
   * @param sentences in the order of their documents
   * @param count number of folds, at least 2
   * @param developmentShare of the sentences beside a fold, to choose epochs by; above 0, below 1
   * @param seed the same seed gives the same folds
   * @return the folds; nothing is trained yet
   * @throws IllegalArgumentException if a number is out of range, or there are fewer different
   *     sentences than folds
   */
  public static CrossValidation of(
      List<Sentence> sentences, int count, double developmentShare, long seed) {
    CorpusSplitter.forDevelopment(developmentShare, seed); // refuses a share out of range
    return new CrossValidation(
        CorpusSplitter.folds(checked(count, sentences), seed).split(sentences),
        developmentShare,
        seed);
  }

  private static int checked(int folds, List<Sentence> sentences) {
    if (folds > sentences.size()) {
      throw new IllegalArgumentException(
          "expected at most as many folds as sentences, %s, found %s"
              .formatted(sentences.size(), folds));
    }
    return folds;
  }

  /**
   * Trains and judges, fold by fold. A fold's network is freed before the next trains.
   *
   * @param trainer trains the models
   * @param tagging how the folds are tagged
   * @param options of the evaluation of all sentences together
   * @return what came of the folds; of those before the end, if the trainer ended it early
   * @throws IOException if training fails
   */
  public CrossValidationResult run(
      FoldTrainer trainer, TaggerOptions tagging, EvaluationOptions options) throws IOException {
    List<FoldResult> results = new ArrayList<>();
    List<Sentence> gold = new ArrayList<>();
    List<List<EntitySpan>> found = new ArrayList<>();
    for (int part = 0; part < folds.parts().size(); part++) {
      List<Sentence> test = folds.parts().get(part);
      TrainingData data = TrainingData.split(folds.others(part), developmentShare, seed);
      Optional<TrainedModel> trained = trainer.train(part + 1, data, test.size());
      if (trained.isEmpty()) {
        break;
      }
      List<List<EntitySpan>> ofFold = tag(trained.get(), tagging, test);
      gold.addAll(test);
      found.addAll(ofFold);
      FoldResult result =
          new FoldResult(
              part + 1,
              data.training().size(),
              data.development().size(),
              test.size(),
              trained.get().best(),
              Evaluation.of(test, ofFold, options.withoutIntervals()));
      results.add(result);
      trainer.ended(result);
    }
    return new CrossValidationResult(
        folds.parts().size(), results, gold, found, Evaluation.of(gold, found, options));
  }

  private static List<List<EntitySpan>> tag(
      TrainedModel trained, TaggerOptions tagging, List<Sentence> test) throws IOException {
    try (NerTagger tagger = NerTagger.of(trained.model(), tagging)) {
      return Tagging.tag(tagger, test);
    }
  }
}
