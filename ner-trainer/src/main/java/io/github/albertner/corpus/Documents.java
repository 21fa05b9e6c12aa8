package io.github.albertner.corpus;

import java.util.ArrayList;
import java.util.List;

/** Sentences by document. */
public final class Documents {
  private Documents() {}

  /**
   * Returns the documents that sentences belong to.
   *
   * @param sentences in order; the first begins a document whether it says so or not
   * @return together all of the sentences in the same order, no document empty
   */
  public static List<List<Sentence>> of(List<Sentence> sentences) {
    List<List<Sentence>> documents = new ArrayList<>();
    List<Sentence> document = new ArrayList<>();
    for (Sentence sentence : sentences) {
      if (sentence.startsDocument() && !document.isEmpty()) {
        documents.add(List.copyOf(document));
        document.clear();
      }
      document.add(sentence);
    }
    if (!document.isEmpty()) {
      documents.add(List.copyOf(document));
    }
    return documents;
  }
}
