package io.github.albertner.evaluate;

import io.github.albertner.corpus.Sentence;
import java.util.List;

/**
 * How intervals were made.
 *
 * @param bootstrap number of draws and their seed
 * @param unit what was drawn
 * @param units number of these in the data
 */
public record Resampling(Bootstrap bootstrap, Unit unit, int units) {

  /** With fewer documents, an interval from documents would be too rough. */
  public static final int FEWEST_DOCUMENTS = 20;

  /** What the bootstrap draws. */
  public enum Unit {
    /** Sentences of one document speak of the same things, so that they are drawn together. */
    DOCUMENT("documents"),
    /** Where too few documents are known. */
    SENTENCE("sentences");

    private final String plural;

    Unit(String plural) {
      this.plural = plural;
    }

    /**
     * The name of several.
     *
     * @return in lower case
     */
    public String plural() {
      return plural;
    }
  }

  /**
   * Documents, where at least {@value #FEWEST_DOCUMENTS} are known: their sentences are not
   * independent of each other, the less so for a name finder that remembers what it found before,
   * and drawing them one by one would make intervals too narrow. Otherwise sentences.
   */
  static Resampling of(Bootstrap bootstrap, List<Sentence> sentences) {
    int documents = documents(sentences);
    return documents >= FEWEST_DOCUMENTS
        ? new Resampling(bootstrap, Unit.DOCUMENT, documents)
        : new Resampling(bootstrap, Unit.SENTENCE, sentences.size());
  }

  private static int documents(List<Sentence> sentences) {
    int documents = 0;
    for (int i = 0; i < sentences.size(); i++) {
      documents += i == 0 || sentences.get(i).startsDocument() ? 1 : 0;
    }
    return documents;
  }

  /** The number of the unit that each sentence belongs to, from 0. */
  int[] unitOfSentence(List<Sentence> sentences) {
    int[] numbers = new int[sentences.size()];
    for (int i = 1; i < numbers.length; i++) {
      boolean next = unit == Unit.SENTENCE || sentences.get(i).startsDocument();
      numbers[i] = numbers[i - 1] + (next ? 1 : 0);
    }
    return numbers;
  }
}
