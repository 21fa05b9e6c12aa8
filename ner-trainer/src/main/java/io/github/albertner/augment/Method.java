package io.github.albertner.augment;

import io.github.albertner.corpus.Sentence;
import java.util.Random;

/** One way of changing a sentence. */
interface Method {

  /**
   * A sentence after it.
   *
   * @param sentence the given one if nothing was changed
   * @param changes how many segments, entities, words or sentences were changed
   */
  record Outcome(Sentence sentence, int changes) {}

  /**
   * Changes a sentence.
   *
   * @param random all that chance decides
   */
  Outcome apply(Sentence sentence, Random random);
}
