package io.github.albertner.augment;

import io.github.albertner.corpus.Sentence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Puts the words of segments in another order (section 3, Shuffle within segments): an entity, or
 * what lies between two.
 *
 * @param probability of each segment of several words
 */
record SegmentShuffle(double probability) implements Method {

  @Override
  public Outcome apply(Sentence sentence, Random random) {
    List<String> words = new ArrayList<>(sentence.words());
    int changes = 0;
    for (Segments.Segment segment : Segments.of(sentence)) {
      if (segment.length() > 1 && random.nextDouble() < probability) {
        List<String> part = words.subList(segment.begin(), segment.end());
        List<String> before = List.copyOf(part);
        Collections.shuffle(part, random);
        changes += part.equals(before) ? 0 : 1;
      }
    }
    return changes == 0
        ? new Outcome(sentence, 0)
        : new Outcome(new Sentence(words, sentence.entities(), sentence.startsDocument()), changes);
  }
}
