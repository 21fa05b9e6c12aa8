package io.github.albertner.text;

import io.github.albertner.document.RawTextSplitter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits paragraphs into sentences, as {@code ner annotate} finds them, and these into {@link
 * Words}. Not thread-safe: one for each thread.
 */
public final class SentenceSplitter {

  private final RawTextSplitter splitter;

  private SentenceSplitter(RawTextSplitter splitter) {
    this.splitter = splitter;
  }

  /**
   * A splitter of English text.
   *
   * @return a new one, with models from the class path
   * @throws IOException if OpenNLP's models are not on the class path
   */
  public static SentenceSplitter english() throws IOException {
    return new SentenceSplitter(RawTextSplitter.english());
  }

  /**
   * Splits a paragraph.
   *
   * @param paragraph any text
   * @return the words of each of its sentences, at least one; no sentence if it is blank
   */
  public List<List<String>> split(String paragraph) {
    List<List<String>> sentences = new ArrayList<>();
    for (var sentence : splitter.sentences(paragraph)) {
      List<String> words = Words.of(sentence.of(paragraph));
      if (!words.isEmpty()) {
        sentences.add(words);
      }
    }
    return sentences;
  }
}
