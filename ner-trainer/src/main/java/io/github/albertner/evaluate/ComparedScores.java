package io.github.albertner.evaluate;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The scores of a baseline and of a model on the same sentences, and how far they differ.
 *
 * @param baseline scores of what was there before
 * @param model scores of what is to replace it
 * @param micro difference in the F1 of all entities together
 * @param types difference in F1 for each type on any side
 * @param bootstrap how the intervals were made
 * @param unit what was drawn
 * @param units number of these in the data
 */
public record ComparedScores(
    EntityScores baseline,
    EntityScores model,
    F1Difference micro,
    SortedMap<String, F1Difference> types,
    PairedBootstrap bootstrap,
    Unit unit,
    int units) {

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

  /** Copies the map. */
  public ComparedScores {
    types = Collections.unmodifiableSortedMap(new TreeMap<>(types));
  }
}
