package io.github.albertner.tune;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Trials with a given F1 after each epoch. */
final class Curves {
  private Curves() {}

  /** Epochs of equal length, as many as there are of a trial that has {@code planned}. */
  static List<TrialEpoch> epochs(int planned, double... f1) {
    List<TrialEpoch> epochs = new ArrayList<>();
    for (int i = 0; i < f1.length; i++) {
      epochs.add(
          new TrialEpoch(i + 1, (double) (i + 1) / planned, 2.0 / (i + 1), 1.5 / (i + 1), f1[i]));
    }
    return epochs;
  }

  static Trial trial(int number, TrialStatus status, int planned, double... f1) {
    return new Trial(
        number, Map.of("epochs", "" + planned), status, "", planned, epochs(planned, f1), 60);
  }

  static Trial complete(int number, double... f1) {
    return trial(number, TrialStatus.COMPLETE, f1.length, f1);
  }
}
