package io.github.albertner.tune;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a search.
 *
 * @param trials those that have ended, by number
 */
public record SearchResults(List<Trial> trials) {
  private static final Comparator<Trial> RANKS =
      Comparator.comparingInt(SearchResults::group).thenComparing(Trial.byBestEpoch());

  /** Copies the list. */
  public SearchResults {
    trials = trials.stream().sorted(Comparator.comparingInt(Trial::number)).toList();
  }

  private static int group(Trial trial) {
    return switch (trial.status()) {
      case COMPLETE, STOPPED -> 0;
      case PRUNED -> 1;
      case FAILED -> 2;
    };
  }

  /** Returns the trials from the best: what has not won, pruned ones and failed ones come last. */
  public List<Trial> ranked() {
    return trials.stream().sorted(RANKS).toList();
  }

  /** Returns the best trial, if one gave a tagger. */
  public Optional<Trial> best() {
    return ranked().stream()
        .findFirst()
        .filter(trial -> trial.status().mayWin() && trial.best().isPresent());
  }
}
