package io.github.albertner.label;

import java.util.Arrays;
import java.util.Objects;

/**
 * What a network says of each word of one sentence: a words x labels matrix of log probabilities,
 * one distribution per word. Immutable.
 */
public final class LabelScores {

  private final int words;
  private final int labels;

  /** [words, labels], row by row. */
  private final float[] logProbabilities;

  private LabelScores(int words, int labels, float[] logProbabilities) {
    this.words = words;
    this.labels = labels;
    this.logProbabilities = logProbabilities;
  }

  /**
   * Turns logits into log probabilities by a log-softmax over each word's labels, stable for any
   * finite logits.
   *
   * @param logits [words, labels], row by row; copied
   * @param words number of words, may be 0
   * @param labels number of labels, at least 1
   * @return the scores
   * @throws IllegalArgumentException if the array has not {@code words * labels} values
   * @throws ArithmeticException if a word's logits hold NaN or plus infinity, or minus infinity
   *     only; the message names the word
   */
  public static LabelScores ofLogits(float[] logits, int words, int labels) {
    if (words < 0 || labels < 1 || logits.length != (long) words * labels) {
      throw new IllegalArgumentException(
          "expected "
              + words
              + " words x "
              + labels
              + " labels, found "
              + logits.length
              + " logits");
    }
    float[] logProbabilities = new float[logits.length];
    for (int word = 0; word < words; word++) {
      int row = word * labels;
      double logTotal = logSumExp(logits, row, labels);
      if (!Double.isFinite(logTotal)) {
        throw new ArithmeticException(
            "expected finite logits, found no distribution over labels at word "
                + word
                + " of "
                + words
                + ": the network's weights are damaged, or its training diverged");
      }
      for (int label = 0; label < labels; label++) {
        logProbabilities[row + label] = (float) Math.min(0, logits[row + label] - logTotal);
      }
    }
    return new LabelScores(words, labels, logProbabilities);
  }

  private static double logSumExp(float[] logits, int row, int labels) {
    double max = Double.NEGATIVE_INFINITY;
    for (int i = row; i < row + labels; i++) {
      max = Math.max(max, logits[i]);
    }
    double total = 0;
    for (int i = row; i < row + labels; i++) {
      total += Math.exp(logits[i] - max);
    }
    return max + Math.log(total);
  }

  /**
   * Returns the scores of some of the words.
   *
   * @param begin index of the first word
   * @param end index after the last
   * @throws IndexOutOfBoundsException if the range does not lie in this sentence
   */
  public LabelScores words(int begin, int end) {
    Objects.checkFromToIndex(begin, end, words);
    return new LabelScores(
        end - begin, labels, Arrays.copyOfRange(logProbabilities, begin * labels, end * labels));
  }

  /**
   * Returns the number of words.
   *
   * @return at least 0
   */
  public int words() {
    return words;
  }

  /**
   * Returns the number of labels.
   *
   * @return at least 1
   */
  public int labels() {
    return labels;
  }

  /**
   * Returns the natural logarithm of {@link #probability}.
   *
   * @param word index of a word
   * @param label index of a label
   * @return at most 0, maybe minus infinity
   * @throws IndexOutOfBoundsException if there is no such word or label
   */
  public double logProbability(int word, int label) {
    return logProbabilities[offset(word, label)];
  }

  /**
   * Returns how probable a label is for a word; the labels of one word sum to 1.
   *
   * @param word index of a word
   * @param label index of a label
   * @return in [0, 1]
   * @throws IndexOutOfBoundsException if there is no such word or label
   */
  public double probability(int word, int label) {
    return Math.exp(logProbability(word, label));
  }

  /**
   * Returns the most probable label of a word on its own, whatever its neighbours are; {@link
   * SpanDecoder} weighs whole sequences.
   *
   * @param word index of a word
   * @return index of the label, the lowest one of equals
   * @throws IndexOutOfBoundsException if there is no such word
   */
  public int best(int word) {
    int best = 0;
    for (int label = 1; label < labels; label++) {
      if (logProbability(word, label) > logProbability(word, best)) {
        best = label;
      }
    }
    return best;
  }

  private int offset(int word, int label) {
    if (word < 0 || word >= words || label < 0 || label >= labels) {
      throw new IndexOutOfBoundsException(
          "word " + word + ", label " + label + " of " + words + " words x " + labels + " labels");
    }
    return word * labels + label;
  }
}
