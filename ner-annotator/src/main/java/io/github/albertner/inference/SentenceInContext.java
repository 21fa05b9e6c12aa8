package io.github.albertner.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A sentence, and the words around it that the network may see: all that its scores depend on
 * beside the network. Only the words of the sentence are scored.
 *
 * @param words the neighbouring words before it, its own, those after it; a copy
 * @param begin first word of the sentence
 * @param end after its last word
 * @param contextPieces most pieces of neighbouring words on each side that the network sees, at
 *     least 0
 */
public record SentenceInContext(List<String> words, int begin, int end, int contextPieces) {

  /** Copies the words and checks the ranges. */
  public SentenceInContext {
    words = List.copyOf(words);
    Objects.checkFromToIndex(begin, end, words.size());
    if (contextPieces < 0) {
      throw new IllegalArgumentException(
          "contextPieces is " + contextPieces + "; expected at least 0");
    }
  }

  /** Returns a sentence without neighbours. */
  public static SentenceInContext alone(List<String> words) {
    return new SentenceInContext(words, 0, words.size(), 0);
  }

  /**
   * Returns the sentences of a document, each with neighbours.
   *
   * @param sentences words of each, in the order of the document; a sentence may be empty
   * @param contextPieces most pieces of neighbouring words on each side; 0 for sentences alone
   */
  public static List<SentenceInContext> ofDocument(
      List<? extends List<String>> sentences, int contextPieces) {
    if (contextPieces == 0) {
      return sentences.stream().map(SentenceInContext::alone).toList();
    }
    List<String> words = new ArrayList<>();
    sentences.forEach(words::addAll);
    List<SentenceInContext> placed = new ArrayList<>(sentences.size());
    int begin = 0;
    for (List<String> sentence : sentences) {
      int end = begin + sentence.size();
      // A word has at least one piece, so farther words can never be seen.
      int from = begin - Math.min(begin, contextPieces);
      int to = end + Math.min(words.size() - end, contextPieces);
      placed.add(
          new SentenceInContext(words.subList(from, to), begin - from, end - from, contextPieces));
      begin = end;
    }
    return placed;
  }

  /** Returns the number of words of the sentence itself. */
  public int size() {
    return end - begin;
  }

  /**
   * Returns the same neighbours around another sentence.
   *
   * @param sentence words instead of its own
   */
  public SentenceInContext withSentence(List<String> sentence) {
    List<String> changed = new ArrayList<>(words.subList(0, begin));
    changed.addAll(sentence);
    changed.addAll(words.subList(end, words.size()));
    return new SentenceInContext(changed, begin, begin + sentence.size(), contextPieces);
  }
}
