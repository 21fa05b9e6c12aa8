package io.github.albertner.tune;

import java.util.List;

/** The values that a search may give a setting; its text is what {@link CandidatesReader} reads. */
sealed interface Candidates permits ListedValues, ValueRange {

  /**
   * Returns one of the values.
   *
   * @param share where between the first and the last, in [0, 1)
   */
  String draw(double share);

  /** Returns values to check: if they are valid, all are. */
  List<String> ends();
}
