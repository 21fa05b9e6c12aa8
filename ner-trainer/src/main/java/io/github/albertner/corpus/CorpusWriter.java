package io.github.albertner.corpus;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Writes sentences in one format. Made by {@link Corpora#writer}. What it wrote reads back as the
 * same sentences, as far as {@link CorpusFormat#holds} says that the format can hold them; a
 * sentence for which that would not be so is refused.
 */
public interface CorpusWriter extends Closeable {

  /**
   * Writes a sentence whose text is not known: where a format holds text, it is the words with
   * single spaces between them, and a line for each sentence. Document boundaries are written
   * before all sentences that start one, but for the first, which always does.
   *
   * @param sentence the sentence; its entities' probabilities are not written
   * @throws UnwritableSentenceException if the format cannot hold it; nothing of it is written then
   * @throws IOException if writing fails
   */
  void write(Sentence sentence) throws IOException;

  /**
   * Writes a sentence, with its text where the format holds text.
   *
   * @param sentence as above
   * @param spacing what stands around its words; none if its text is not known
   * @throws UnwritableSentenceException as above
   * @throws IOException if writing fails
   */
  default void write(Sentence sentence, Optional<Spacing> spacing) throws IOException {
    write(sentence);
  }

  /**
   * Says where the sentences that follow come from, so that formats with a file for each document
   * can name it.
   *
   * @param source a file
   */
  default void startInput(Path source) {
    // Most formats have no names for documents.
  }
}
