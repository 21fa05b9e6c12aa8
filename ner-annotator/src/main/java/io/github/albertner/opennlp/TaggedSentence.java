package io.github.albertner.opennlp;

import io.github.albertner.label.EntitySpan;
import io.github.albertner.label.LabelScores;
import io.github.albertner.label.SpanDecoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import opennlp.tools.util.Span;

/** What was found in one sentence, in OpenNLP's terms. Immutable. */
final class TaggedSentence {
  static final String START = "-start";
  static final String CONTINUE = "-cont";
  static final String OTHER = "other";

  private final List<EntitySpan> entities;

  /** Of each token's outcome, in (0, 1]. */
  private final double[] probabilities;

  private TaggedSentence(List<EntitySpan> entities, double[] probabilities) {
    this.entities = entities;
    this.probabilities = probabilities;
  }

  static TaggedSentence of(SpanDecoder decoder, LabelScores scores) {
    int[] labels = decoder.bestLabels(scores);
    double[] probabilities = decoder.wordProbabilities(labels, scores);
    return new TaggedSentence(decoder.spans(labels, scores), probabilities);
  }

  Span[] spans() {
    return entities.stream()
        .map(entity -> new Span(entity.begin(), entity.end(), entity.type(), entity.probability()))
        .toArray(Span[]::new);
  }

  double[] probabilities() {
    return probabilities.clone();
  }

  /**
   * Returns the arithmetic mean over the tokens of a span, as {@code NameFinderME} computes it.
   *
   * @throws IllegalArgumentException if the span is empty or does not lie in this sentence
   */
  double probability(Span span) {
    if (span.getStart() >= span.getEnd() || span.getEnd() > probabilities.length) {
      throw new IllegalArgumentException(
          "expected a span of tokens of the last sentence, which has %s, found %s"
              .formatted(probabilities.length, span));
    }
    double sum = 0;
    for (int token = span.getStart(); token < span.getEnd(); token++) {
      sum += probabilities[token];
    }
    return sum / span.length();
  }

  /** Returns one outcome for each token, legal in the code of OpenNLP's {@code BioCodec}. */
  List<String> outcomes() {
    List<String> outcomes = new ArrayList<>(Collections.nCopies(probabilities.length, OTHER));
    for (EntitySpan entity : entities) {
      outcomes.set(entity.begin(), entity.type() + START);
      for (int token = entity.begin() + 1; token < entity.end(); token++) {
        outcomes.set(token, entity.type() + CONTINUE);
      }
    }
    return outcomes;
  }
}
