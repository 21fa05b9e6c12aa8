package io.github.albertner.standoff;

/**
 * An entity as it is annotated, right or not.
 *
 * @param name what to call it in messages, such as its id or the type of its annotation
 * @param begin offset of its first UTF-16 unit
 * @param end offset after its last one
 * @param label its type; null or blank if its annotation does not say
 * @param line where in the file it is annotated, from 1; 0 if that is not known
 */
public record TextEntity(String name, int begin, int end, String label, int line) {

  /**
   * The same entity elsewhere.
   *
   * @param newBegin offset of its first UTF-16 unit
   * @param newEnd offset after its last one
   * @return a new one
   */
  public TextEntity at(int newBegin, int newEnd) {
    return new TextEntity(name, newBegin, newEnd, label, line);
  }

  boolean overlaps(TextEntity other) {
    return begin < other.end && other.begin < end;
  }

  /** Whether it says the same as another one. */
  boolean repeats(TextEntity other) {
    return begin == other.begin && end == other.end && label.strip().equals(other.label.strip());
  }
}
