package io.github.albertner.tune;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The median stopping rule (Golovin et al. 2017, Google Vizier, section 3.2): a trial ends when its
 * best F1 so far is below the median of the other trials' mean F1 up to the same point.
 *
 * <p>The same point is the same share of a trial's planned updates. Trials of different length are
 * then at the same place of their learning rate schedule; at the same number of updates a short one
 * would be nearly done, its rate nearly 0, and would end every long one.
 *
 * <p>Only trials that have run to their end are compared with. The rule is lenient, as a mean over
 * all epochs so far is below the latest where F1 rises, and it cannot end the best trial: a best F1
 * that is below some trial's mean is below that trial's best.
 *
 * @param minimumTrials complete trials that there must be to compare with
 * @param graceEpochs epochs that every trial is given
 */
public record MedianRule(int minimumTrials, int graceEpochs) {
  private static final double ROUNDING = 1e-9;

  /** Checks the ranges. */
  public MedianRule {
    if (minimumTrials < 1 || graceEpochs < 1) {
      throw new IllegalArgumentException(
          "expected pruning after at least 1 trial and 1 epoch, found %s and %s"
              .formatted(minimumTrials, graceEpochs));
    }
  }

  /**
   * Judges a trial after an epoch.
   *
   * @param others the trials that have ended
   * @param running epochs of the trial so far
   * @return why it should end, or nothing
   */
  Optional<String> prune(List<Trial> others, List<TrialEpoch> running) {
    if (running.size() < graceEpochs) {
      return Optional.empty();
    }
    double share = running.get(running.size() - 1).share() + ROUNDING;
    double[] means =
        others.stream()
            .filter(trial -> trial.status() == TrialStatus.COMPLETE)
            .map(trial -> trial.epochs().stream().filter(e -> e.share() <= share).toList())
            .filter(epochs -> !epochs.isEmpty())
            .mapToDouble(epochs -> epochs.stream().mapToDouble(TrialEpoch::f1).average().orElse(0))
            .sorted()
            .toArray();
    if (means.length < minimumTrials) {
      return Optional.empty();
    }
    double median = (means[(means.length - 1) / 2] + means[means.length / 2]) / 2;
    double best = running.stream().mapToDouble(TrialEpoch::f1).max().orElseThrow();
    return best < median
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "best F1 %.2f after %.0f %% of its updates; median of the means of %d trials: %.2f",
                100 * best,
                100 * share,
                means.length,
                100 * median))
        : Optional.empty();
  }
}
