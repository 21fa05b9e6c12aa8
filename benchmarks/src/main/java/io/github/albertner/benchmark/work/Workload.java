package io.github.albertner.benchmark.work;

import io.github.albertner.tokenize.SubwordTokenizer;
import java.util.List;

/**
 * Sentences to tag.
 *
 * @param name shown in tables
 * @param sentences tokens of each
 */
public record Workload(String name, List<List<String>> sentences) {

  /** Copies the sentences. */
  public Workload {
    sentences = List.copyOf(sentences);
  }

  /** Returns the number of words. */
  public int words() {
    return sentences.stream().mapToInt(List::size).sum();
  }

  /** Returns the number of pieces, [CLS] and [SEP] of every sentence included. */
  public int pieces(SubwordTokenizer tokenizer) {
    return sentences.stream().mapToInt(s -> tokenizer.encode(s).pieces() + 2).sum();
  }

  /** Returns the first sentences, as many as there are up to a number. */
  public Workload first(int count) {
    return new Workload(name, sentences.subList(0, Math.min(count, sentences.size())));
  }
}
