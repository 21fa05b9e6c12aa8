package io.github.albertner.augment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.albertner.corpus.Sentence;
import io.github.albertner.label.EntitySpan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** How often things happen, and what noise looks like. */
class AugmenterTest {
  private static final int TRIES = 4000;

  /** The count of changes in many tries lies within 4 standard deviations of what was asked for. */
  private static void assertRate(double expected, long changes, long chances) {
    double deviation = Math.sqrt(chances * expected * (1 - expected));
    assertEquals(expected * chances, (double) changes, 4 * deviation + 1e-9);
  }

  @Test
  void changesAreAsFrequentAsAskedFor() {
    List<String> words = new ArrayList<>();
    for (int w = 0; w < 10; w++) {
      words.add("Word" + (char) ('a' + w) + "xyz");
    }
    Sentence sentence =
        new Sentence(words, List.of(new EntitySpan(2, 4, "a"), new EntitySpan(6, 9, "b")), true);
    Sentence other =
        new Sentence(
            List.of("Other", "words", "X", "Y"),
            List.of(new EntitySpan(0, 1, "a"), new EntitySpan(2, 4, "b")),
            true);
    Map<Augmentation, Integer> chances =
        Map.of(
            Augmentation.MENTIONS, 2,
            Augmentation.CASE, 1);
    for (Map.Entry<Augmentation, Integer> kind : chances.entrySet()) {
      Augmenter augmenter = new Augmenter(Map.of(kind.getKey(), 0.3), List.of(sentence, other));
      AugmentationTally tally = AugmentationTally.NONE;
      Random random = new Random(7);
      for (int i = 0; i < TRIES; i++) {
        tally = tally.plus(augmenter.augment(sentence, random).tally());
      }
      assertEquals(TRIES, tally.sentences());
      assertRate(0.3, tally.counts().get(kind.getKey()), (long) TRIES * kind.getValue());
    }
  }

  @Test
  void everyOtherMentionIsAsLikelyHoweverFrequent() {
    List<Sentence> training = new ArrayList<>();
    for (String mention : List.of("often", "often", "often", "once", "this")) {
      training.add(
          new Sentence(List.of("in", mention), List.of(new EntitySpan(1, 2, "place")), true));
    }
    Augmenter augmenter = new Augmenter(Map.of(Augmentation.MENTIONS, 1.0), training);
    Random random = new Random(1);
    Map<String, Long> drawn = new HashMap<>();
    for (int i = 0; i < TRIES; i++) {
      Sentence augmented = augmenter.augment(training.get(4), random).sentence();
      drawn.merge(augmented.words().get(1), 1L, Long::sum);
    }
    assertEquals(Set.of("often", "once"), drawn.keySet());
    assertRate(0.5, drawn.get("often"), TRIES);
  }

  @Test
  void aMentionOfAnotherLengthMovesWhatFollows() {
    Sentence sentence =
        new Sentence(
            List.of("to", "Rome", "with", "Ada"),
            List.of(new EntitySpan(1, 2, "place"), new EntitySpan(3, 4, "person")),
            false);
    Sentence other =
        new Sentence(List.of("New", "York", "City"), List.of(new EntitySpan(0, 3, "place")), true);
    Augmenter augmenter =
        new Augmenter(Map.of(Augmentation.MENTIONS, 1.0), List.of(sentence, other));
    assertEquals(
        new Sentence(
            List.of("to", "New", "York", "City", "with", "Ada"),
            List.of(new EntitySpan(1, 4, "place"), new EntitySpan(5, 6, "person")),
            false),
        augmenter.augment(sentence, new Random(1)).sentence());
  }

  @Test
  void caseIsThatOfTheWholeSentence() {
    assertEquals(Set.of("in paris", "IN PARIS", "In Paris"), cases(List.of("In", "paris")));
    assertEquals(Set.of("in paris", "IN PARIS"), cases(List.of("In", "Paris")));
    assertEquals(Set.of("1843 ,"), cases(List.of("1843", ",")));
    assertEquals(Set.of("ǆ", "Ǆ"), cases(List.of("ǅ")));
  }

  private static Set<String> cases(List<String> words) {
    Augmenter augmenter = new Augmenter(Map.of(Augmentation.CASE, 1.0), List.of());
    Random random = new Random(3);
    Set<String> seen = new TreeSet<>();
    for (int i = 0; i < 100; i++) {
      Sentence sentence = new Sentence(words, List.of(), true);
      seen.add(String.join(" ", augmenter.augment(sentence, random).sentence().words()));
    }
    return seen;
  }

  @Test
  void aTallyIsReadable() {
    AugmentationTally tally =
        new AugmentationTally(
            1000, 812, Map.of(Augmentation.CASE, 3L, Augmentation.MENTIONS, 1204L));
    assertEquals(
        "812 of 1,000 sentences changed: 1,204 mentions replaced, 3 sentences in other case",
        tally.toString());
    assertEquals(
        "813 of 1,001 sentences changed: 1,205 mentions replaced, 3 sentences in other case",
        tally.plus(new AugmentationTally(1, 1, Map.of(Augmentation.MENTIONS, 1L))).toString());
  }
}
