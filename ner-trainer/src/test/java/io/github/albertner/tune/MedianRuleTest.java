package io.github.albertner.tune;

import static io.github.albertner.tune.Curves.complete;
import static io.github.albertner.tune.Curves.epochs;
import static io.github.albertner.tune.Curves.trial;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MedianRuleTest {
  private final MedianRule rule = new MedianRule(3, 2);

  /** Means of the first two of four epochs: 0.3, 0.5 and 0.2; their median is 0.3. */
  private final List<Trial> three =
      List.of(
          complete(1, 0.2, 0.4, 0.9, 0.9),
          complete(2, 0.4, 0.6, 0.6, 0.6),
          complete(3, 0.1, 0.3, 0.3, 0.3));

  private boolean prunes(List<Trial> others, List<TrialEpoch> running) {
    return rule.prune(others, running).isPresent();
  }

  @Test
  void aTrialEndsBelowTheMedianOfTheMeansUpToItsPlace() {
    assertTrue(prunes(three, epochs(4, 0.1, 0.29)));
    assertTrue(prunes(three, epochs(4, 0.29, 0.1)), "by its best, not its last");
    assertEquals(
        Optional.of(
            "best F1 29.00 after 50 % of its updates; median of the means of 3 trials: 30.00"),
        rule.prune(three, epochs(4, 0.1, 0.29)));
  }

  @Test
  void atTheMedianAndAboveItGoesOn() {
    double median = (0.2 + 0.4) / 2;
    assertTrue(!prunes(three, epochs(4, 0.1, median)), "strictly below only");
    assertTrue(!prunes(three, epochs(4, 0.31, 0.0)));
  }

  @Test
  void laterEpochsOfTheOthersDoNotCount() {
    // After three of four epochs the means are 0.5, 0.5333 and 0.2333; the median is 0.5.
    assertTrue(!prunes(three, epochs(4, 0.1, 0.45)));
    assertTrue(prunes(three, epochs(4, 0.1, 0.45, 0.45)));
  }

  @Test
  void trialsOfDifferentLengthMeetAtTheSameShare() {
    // Half of eight epochs is half of four.
    assertTrue(prunes(three, epochs(8, 0.1, 0.1, 0.2, 0.29)));
    assertTrue(!prunes(three, epochs(8, 0.1, 0.1, 0.2, 0.31)));
    // At a quarter of its updates only the first epochs count: 0.2, 0.4, 0.1.
    assertTrue(prunes(three, epochs(8, 0.1, 0.19)));
    assertTrue(!prunes(three, epochs(8, 0.1, 0.21)));
    // At an eighth no other trial has ended an epoch.
    assertTrue(!prunes(three, epochs(16, 0.0, 0.0)));
  }

  @Test
  void ofAnEvenNumberTheMedianIsBetweenTheTwoInTheMiddle() {
    List<Trial> four = new ArrayList<>(three);
    four.add(complete(4, 0.8, 0.8, 0.8, 0.8));
    // 0.2, 0.3, 0.5, 0.8
    assertTrue(prunes(four, epochs(4, 0.1, 0.39)));
    assertTrue(!prunes(four, epochs(4, 0.1, 0.41)));
  }

  @Test
  void graceAndTooFewTrialsSaveATrial() {
    assertTrue(!prunes(three, epochs(4, 0.0)), "one epoch of a grace of two");
    assertTrue(!prunes(three.subList(0, 2), epochs(4, 0.0, 0.0)));
    List<Trial> others =
        List.of(
            three.get(0),
            three.get(1),
            trial(3, TrialStatus.PRUNED, 4, 0.9, 0.9),
            trial(4, TrialStatus.FAILED, 4, 0.9, 0.9),
            trial(5, TrialStatus.STOPPED, 4, 0.9, 0.9));
    assertTrue(!prunes(others, epochs(4, 0.0, 0.0)), "only complete trials count");
  }

  @Test
  void itNeverEndsWhatWouldBeTheBestSoFar() {
    Random random = new Random(3);
    for (int round = 0; round < 2000; round++) {
      List<Trial> others = new ArrayList<>();
      for (int i = 0; i < 3 + random.nextInt(4); i++) {
        others.add(complete(i + 1, random.doubles(1 + random.nextInt(6)).toArray()));
      }
      List<TrialEpoch> running = epochs(8, random.doubles(2 + random.nextInt(5)).toArray());
      if (prunes(others, running)) {
        double best = running.stream().mapToDouble(TrialEpoch::f1).max().orElseThrow();
        assertTrue(others.stream().anyMatch(t -> t.best().orElseThrow().f1() > best));
      }
    }
  }

  @Test
  void pruningBeforeAnythingIsKnownIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new MedianRule(0, 1));
    assertThrows(IllegalArgumentException.class, () -> new MedianRule(1, 0));
  }
}
