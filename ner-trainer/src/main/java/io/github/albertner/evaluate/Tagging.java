package io.github.albertner.evaluate;

import io.github.albertner.NerTagger;
import io.github.albertner.corpus.Documents;
import io.github.albertner.corpus.OwnSentences;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.label.EntitySpan;
import java.util.List;

/** Tags a corpus as a user of the package would. */
public final class Tagging {

  private Tagging() {}

  /**
   * Tags all sentences: each among its neighbours in the document if the model was trained so,
   * otherwise on its own. Where the words are pieces of own tokens, the model is given those, in
   * their own sentences.
   *
   * @param tagger a model
   * @param sentences in the order of their documents; their own entities do not matter
   * @return the entities found in each, over its words
   */
  public static List<List<EntitySpan>> tag(NerTagger tagger, List<Sentence> sentences) {
    OwnSentences own = OwnSentences.of(sentences);
    List<List<List<String>>> documents =
        Documents.of(own.sentences()).stream()
            .map(document -> document.stream().map(Sentence::words).toList())
            .toList();
    return own.inWords(tagger.tagDocuments(documents).stream().flatMap(List::stream).toList());
  }
}
