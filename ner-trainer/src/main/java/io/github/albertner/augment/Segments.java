package io.github.albertner.augment;

import io.github.albertner.corpus.Sentence;
import io.github.albertner.label.EntitySpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cuts a sentence into its entities and the stretches between them. */
final class Segments {
  private Segments() {}

  /**
   * Words that belong together.
   *
   * @param begin first word
   * @param end after the last
   * @param entity that they are; none between entities
   */
  record Segment(int begin, int end, Optional<EntitySpan> entity) {
    int length() {
      return end - begin;
    }
  }

  /** Returns the segments in order; every word is in exactly one. */
  static List<Segment> of(Sentence sentence) {
    List<Segment> segments = new ArrayList<>();
    int next = 0;
    for (EntitySpan entity : sentence.entities()) {
      if (entity.begin() > next) {
        segments.add(new Segment(next, entity.begin(), Optional.empty()));
      }
      segments.add(new Segment(entity.begin(), entity.end(), Optional.of(entity)));
      next = entity.end();
    }
    if (next < sentence.words().size()) {
      segments.add(new Segment(next, sentence.words().size(), Optional.empty()));
    }
    return segments;
  }
}
