package io.github.albertner.tune;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A trial that has ended.
 *
 * @param number from 1
 * @param settings those that the search varies, by name
 * @param status how it ended
 * @param message why, where that is not plain
 * @param plannedEpochs by its settings; 0 if training did not begin
 * @param epochs those that ended, in order
 * @param seconds that it took
 */
public record Trial(
    int number,
    Map<String, String> settings,
    TrialStatus status,
    String message,
    int plannedEpochs,
    List<TrialEpoch> epochs,
    double seconds) {
  private static final Comparator<TrialEpoch> BETTER =
      Comparator.comparingDouble(TrialEpoch::f1)
          .reversed()
          .thenComparingDouble(TrialEpoch::validationLoss);

  /** Copies map and list. */
  public Trial {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    epochs = List.copyOf(epochs);
  }

  /** Returns the best epoch: by F1, then by validation loss, then the first. */
  public Optional<TrialEpoch> best() {
    return epochs.stream().min(BETTER);
  }

  /** Orders trials of one status: the better best epoch first, then the lower number. */
  static Comparator<Trial> byBestEpoch() {
    return Comparator.comparing(
            (Trial trial) -> trial.best().orElse(null), Comparator.nullsLast(BETTER))
        .thenComparingInt(Trial::number);
  }
}
