package io.github.albertner.train;

import io.github.albertner.corpus.Sentence;
import io.github.albertner.evaluate.EntityEvaluator;
import io.github.albertner.evaluate.EntityScores;
import io.github.albertner.evaluate.JudgedSentence;
import io.github.albertner.feature.DocumentContext;
import io.github.albertner.feature.LabelAligner;
import io.github.albertner.inference.SentenceInContext;
import io.github.albertner.inference.TokenClassifier;
import io.github.albertner.label.EntitySpan;
import io.github.albertner.label.LabelScores;
import io.github.albertner.label.SpanDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Sentences that a network is judged on during training, through the path that use takes. */
final class DevelopmentSet {
  private final List<Sentence> sentences;
  private final List<SentenceInContext> inContext;
  private final LabelAligner aligner;
  private final SpanDecoder decoder;

  DevelopmentSet(
      List<Sentence> sentences, int contextPieces, LabelAligner aligner, SpanDecoder decoder) {
    this.sentences = List.copyOf(sentences);
    inContext = DocumentContext.of(sentences, contextPieces);
    this.aligner = aligner;
    this.decoder = decoder;
  }

  /** Loss per word in nats, entity scores, and what was found in each sentence. */
  record Judgement(double loss, EntityScores scores, List<JudgedSentence> predictions) {}

  Judgement judge(TokenClassifier classifier) {
    EntityEvaluator evaluator = new EntityEvaluator();
    List<JudgedSentence> predictions = new ArrayList<>();
    double loss = 0;
    long count = 0;
    List<LabelScores> scores = classifier.score(inContext);
    for (int s = 0; s < sentences.size(); s++) {
      Sentence sentence = sentences.get(s);
      int[] gold = aligner.wordLabels(sentence);
      double before = loss;
      for (int w = 0; w < gold.length; w++) {
        loss -= scores.get(s).logProbability(w, gold[w]);
      }
      count += gold.length;
      List<EntitySpan> found = decoder.decode(scores.get(s));
      evaluator.add(sentence.entities(), found, gold.length);
      predictions.add(
          new JudgedSentence(sentence, found, OptionalDouble.of((loss - before) / gold.length)));
    }
    return new Judgement(loss / Math.max(1, count), evaluator.scores(), predictions);
  }
}
