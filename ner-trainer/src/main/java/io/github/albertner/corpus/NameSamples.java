package io.github.albertner.corpus;

import io.github.albertner.label.EntitySpan;
import java.util.ArrayList;
import java.util.List;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.util.Span;

/** Sentences as OpenNLP's name samples, and back. */
public final class NameSamples {

  private NameSamples() {}

  /**
   * A sentence for OpenNLP's trainers and evaluators.
   *
   * @param sentence the sentence
   * @return its words and entities; adaptive data are cleared where a document starts
   */
  public static NameSample toNameSample(Sentence sentence) {
    Span[] names =
        sentence.entities().stream()
            .map(e -> new Span(e.begin(), e.end(), e.type(), e.probability()))
            .toArray(Span[]::new);
    return new NameSample(
        sentence.words().toArray(String[]::new), names, sentence.startsDocument());
  }

  /**
   * A sentence from OpenNLP's readers. Names without a type get {@code default}.
   *
   * @param sample the sample
   * @return its words and names; a document starts where adaptive data are cleared
   * @throws IllegalArgumentException if it has no words
   */
  public static Sentence toSentence(NameSample sample) {
    List<EntitySpan> entities = new ArrayList<>();
    for (Span name : sample.getNames()) {
      String type = name.getType() == null ? NameSample.DEFAULT_TYPE : name.getType();
      entities.add(new EntitySpan(name.getStart(), name.getEnd(), type));
    }
    return new Sentence(List.of(sample.getSentence()), entities, sample.isClearAdaptiveDataSet());
  }
}
