package io.github.albertner.train;

import io.github.albertner.corpus.Documents;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.inference.SentenceInContext;
import java.util.ArrayList;
import java.util.List;

/** The neighbours that the sentences of a corpus have in their documents. */
public final class DocumentContext {
  private DocumentContext() {}

  /**
   * Returns the words of each sentence with those around it.
   *
   * @param sentences in order; neighbours are the nearest of the same document among them
   * @param contextPieces most pieces of neighbouring words on each side; 0 for sentences alone
   */
  public static List<SentenceInContext> of(List<Sentence> sentences, int contextPieces) {
    List<SentenceInContext> placed = new ArrayList<>(sentences.size());
    for (List<Sentence> document : Documents.of(sentences)) {
      placed.addAll(
          SentenceInContext.ofDocument(
              document.stream().map(Sentence::words).toList(), contextPieces));
    }
    return placed;
  }
}
