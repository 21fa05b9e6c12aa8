package io.github.albertner.corpus;

import java.io.Closeable;
import java.io.IOException;

/**
 * Writes sentences in one format. Made by {@link Corpora#writer}. What it wrote reads back as the
 * same sentences; a sentence for which that would not hold is refused.
 */
public interface CorpusWriter extends Closeable {

  /**
   * Writes a sentence. Document boundaries are written before all sentences that start one, but for
   * the first, which always does.
   *
   * @param sentence the sentence; its entities' probabilities are not written
   * @throws UnwritableSentenceException if the format cannot hold it; nothing of it is written then
   * @throws IOException if writing fails
   */
  void write(Sentence sentence) throws IOException;
}
