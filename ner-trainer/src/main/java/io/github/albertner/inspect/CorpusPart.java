package io.github.albertner.inspect;

import io.github.albertner.corpus.Corpus;
import io.github.albertner.corpus.CorpusStatistics;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.label.EntitySpan;
import java.util.List;
import java.util.stream.Stream;

/**
 * A part of a corpus, such as its training data.
 *
 * @param name such as train, dev or test
 * @param sentences at least one
 * @param statistics what was read, and what was not
 */
public record CorpusPart(String name, List<Sentence> sentences, CorpusStatistics statistics) {

  /** Copies the list. */
  public CorpusPart {
    sentences = List.copyOf(sentences);
  }

  /**
   * A part as it was read.
   *
   * @param name such as train, dev or test
   * @param corpus its sentences and statistics
   */
  public CorpusPart(String name, Corpus corpus) {
    this(name, corpus.sentences(), corpus.statistics());
  }

  /**
   * A part of which no more is known than its sentences.
   *
   * @param name such as train, dev or test
   * @param sentences at least one
   */
  public static CorpusPart of(String name, List<Sentence> sentences) {
    return new CorpusPart(name, sentences, CorpusStatistics.of(sentences));
  }

  /** The entities of all sentences, in order. */
  Stream<EntitySpan> entities() {
    return sentences.stream().flatMap(sentence -> sentence.entities().stream());
  }
}
