package io.github.albertner.run;

import io.github.albertner.casing.Recaser;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.inference.BatchRunner;
import io.github.albertner.inference.SentenceEncoder;
import io.github.albertner.inference.SentenceInContext;
import io.github.albertner.inference.TokenClassifier;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.network.ActivationRange;
import io.github.albertner.network.ActivationRanges;
import io.github.albertner.network.PieceBatch;
import io.github.albertner.tokenize.SubwordTokenizer;
import io.github.albertner.train.DocumentContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures the ranges of a model's activations, which 8-bit integers then cover.
 *
 * <p>They are those of some hundred sentences and no more: a number beyond them is cut off to the
 * nearest that fits, which costs less than coarser steps for all.
 */
public final class ActivationCalibration {
  private static final int BATCH_PIECES = 1024;

  /** Sentences measured at most. More hardly widen the ranges. */
  static final int SENTENCES = 512;

  private ActivationCalibration() {}

  /**
   * Measures a package's ranges.
   *
   * @param sentences like those the model is for, in the order of their documents; their entities
   *     do not matter; at least one with a word
   * @param threads processor threads to use
   * @return the package with the ranges
   * @throws IllegalArgumentException if there is no word
   * @throws IOException if the package's vocabulary cannot be used
   */
  public static ModelPackage of(ModelPackage model, List<Sentence> sentences, int threads)
      throws IOException {
    List<PieceBatch> batches = batches(model, sentences);
    if (batches.isEmpty()) {
      throw new IllegalArgumentException("expected sentences to measure, found no word");
    }
    List<ActivationRange> ranges =
        ActivationRanges.measure(
            model.config(), model.labels().size(), model.weights(), batches, threads);
    return model.describedAs(model.manifest().withActivationRanges(ranges), model.card());
  }

  /** The batches that the sentences would be tagged in. */
  private static List<PieceBatch> batches(ModelPackage model, List<Sentence> sentences)
      throws IOException {
    List<SentenceInContext> inContext =
        DocumentContext.of(sentences, model.manifest().contextPieces());
    List<SentenceInContext> drawn = new ArrayList<>();
    int step = Math.max(1, (sentences.size() + SENTENCES - 1) / SENTENCES);
    for (int s = 0; s < inContext.size(); s += step) {
      drawn.add(inContext.get(s));
    }
    List<PieceBatch> batches = new ArrayList<>();
    int labels = model.labels().size();
    SubwordTokenizer tokenizer = SubwordTokenizer.ofJson(model.tokenizerJson());
    new TokenClassifier(
            new SentenceEncoder(tokenizer, model.casing().map(Recaser::new)),
            model.config(),
            labels,
            BATCH_PIECES,
            BatchRunner.inOrder(
                batch -> {
                  batches.add(batch);
                  return new float[batch.rows() * labels];
                }))
        .score(drawn);
    return batches;
  }
}
