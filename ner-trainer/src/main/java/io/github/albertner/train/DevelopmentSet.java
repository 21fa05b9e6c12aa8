package io.github.albertner.train;

import io.github.albertner.corpus.OwnSentences;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.evaluate.EntityEvaluator;
import io.github.albertner.evaluate.EntityScores;
import io.github.albertner.evaluate.JudgedSentence;
import io.github.albertner.inference.SentenceInContext;
import io.github.albertner.inference.TokenClassifier;
import io.github.albertner.label.EntitySpan;
import io.github.albertner.label.LabelScores;
import io.github.albertner.label.SpanDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** Sentences that a network is judged on during training, through the path that use takes. */
final class DevelopmentSet {
  private final List<Sentence> sentences;
  private final OwnSentences own;
  private final List<SentenceInContext> inContext;
  private final LabelAligner aligner;
  private final SpanDecoder decoder;

  DevelopmentSet(
      List<Sentence> sentences, int contextPieces, LabelAligner aligner, SpanDecoder decoder) {
    this.sentences = List.copyOf(sentences);
    own = OwnSentences.of(sentences);
    inContext = DocumentContext.of(own.sentences(), contextPieces);
    this.aligner = aligner;
    this.decoder = decoder;
  }

  /** Loss per word in nats, entity scores, and what was found in each sentence. */
  record Judgement(double loss, EntityScores scores, List<JudgedSentence> predictions) {}

  Judgement judge(TokenClassifier classifier) {
    List<LabelScores> scores = classifier.score(inContext);
    List<List<EntitySpan>> found = own.inWords(scores.stream().map(decoder::decode).toList());
    double[] losses = new double[sentences.size()];
    long[] counts = new long[sentences.size()];
    for (int s = 0; s < scores.size(); s++) {
      int sentence = own.inCorpus(s);
      int[] gold = aligner.wordLabels(own.sentences().get(s));
      for (int w = 0; w < gold.length; w++) {
        if (!own.isUndecided(s, w)) {
          losses[sentence] -= scores.get(s).logProbability(w, gold[w]);
          counts[sentence]++;
        }
      }
    }
    List<JudgedSentence> predictions = new ArrayList<>();
    for (int s = 0; s < losses.length; s++) {
      predictions.add(
          new JudgedSentence(
              sentences.get(s),
              found.get(s),
              OptionalDouble.of(losses[s] / Math.max(1, counts[s]))));
    }
    return new Judgement(
        Arrays.stream(losses).sum() / Math.max(1, Arrays.stream(counts).sum()),
        EntityEvaluator.scores(sentences, found),
        predictions);
  }
}
