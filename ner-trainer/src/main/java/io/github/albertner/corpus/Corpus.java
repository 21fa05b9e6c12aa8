package io.github.albertner.corpus;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Sentences read from files.
 *
 * @param sentences at least one, in order
 * @param statistics what was read, and what was not
 */
public record Corpus(List<Sentence> sentences, CorpusStatistics statistics) {

  /** Copies the list. */
  public Corpus {
    sentences = List.copyOf(sentences);
  }

  /**
   * The entity types that occur.
   *
   * @return types in alphabetical order; empty if there is no entity
   */
  public SortedSet<String> types() {
    return new TreeSet<>(statistics.entities().keySet());
  }
}
