package io.github.albertner.evaluate;

import io.github.albertner.NerTagger;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.label.EntitySpan;
import java.util.List;

/** Tags a corpus as a user of the package would. */
public final class Tagging {

  private Tagging() {}

  /**
   * Tags all sentences.
   *
   * @param tagger a model
   * @param sentences in the order of their documents; their own entities do not matter
   * @return the entities found in each
   */
  public static List<List<EntitySpan>> tag(NerTagger tagger, List<Sentence> sentences) {
    return tagger.tagAll(sentences.stream().map(Sentence::words).toList());
  }
}
