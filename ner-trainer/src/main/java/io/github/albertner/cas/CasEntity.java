package io.github.albertner.cas;

/**
 * An entity as it is annotated, right or not.
 *
 * @param type short name of its annotation's type, for messages
 * @param begin offset of its first UTF-16 unit
 * @param end offset after its last one
 * @param label what it is called; null or blank if its annotation does not say
 */
record CasEntity(String type, int begin, int end, String label) {

  /** The same entity elsewhere. */
  CasEntity at(int newBegin, int newEnd) {
    return new CasEntity(type, newBegin, newEnd, label);
  }

  boolean overlaps(CasEntity other) {
    return begin < other.end && other.begin < end;
  }
}
