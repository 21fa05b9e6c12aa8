package io.github.albertner.label;

import java.io.Serializable;
import java.util.Objects;

/**
 * An entity in a sentence: a half-open range of words {@code [begin, end)}, its type, and how sure
 * the tagger is.
 *
 * @param begin index of the first word, from 0
 * @param end index after the last word, greater than {@code begin}
 * @param type entity type, not blank, for instance {@code PER}
 * @param probability in [0, 1]; 1 for gold annotations
 */
public record EntitySpan(int begin, int end, String type, double probability)
    implements Serializable {

  /**
   * Checks the range, the type and the probability.
   *
   * @throws IllegalArgumentException if one of them is out of its range
   */
  public EntitySpan {
    if (begin < 0 || end <= begin) {
      throw new IllegalArgumentException(
          "expected 0 <= begin < end for an entity span, found [" + begin + ", " + end + ")");
    }
    Objects.requireNonNull(type, "type");
    if (type.isBlank()) {
      throw new IllegalArgumentException(
          "expected an entity type for span [" + begin + ", " + end + "), found a blank one");
    }
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          "expected a probability in [0, 1] for span ["
              + begin
              + ", "
              + end
              + ") "
              + type
              + ", found "
              + probability);
    }
  }

  /**
   * A span known for certain, such as a gold annotation: probability 1.
   *
   * @param begin index of the first word
   * @param end index after the last word
   * @param type entity type
   */
  public EntitySpan(int begin, int end, String type) {
    this(begin, end, type, 1);
  }

  /**
   * Returns the number of words covered, at least 1.
   *
   * @return {@code end - begin}
   */
  public int length() {
    return end - begin;
  }

  /**
   * Whether both cover exactly the same words with the same type; the probability does not matter.
   * This is what strict scoring counts as correct.
   *
   * @param other the span to compare with
   * @return true if range and type are equal
   */
  public boolean sameEntity(EntitySpan other) {
    return begin == other.begin && end == other.end && type.equals(other.type);
  }

  /**
   * Whether the two spans share a word.
   *
   * @param other the span to compare with
   * @return true if at least one word lies in both
   */
  public boolean overlaps(EntitySpan other) {
    return begin < other.end && other.begin < end;
  }
}
