package io.github.albertner.augment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.corpus.Sentence;
import io.github.albertner.label.EntitySpan;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

/** What holds for every way of changing sentences, alone and with the others. */
class AugmenterPropertyTest {

  @Provide
  Arbitrary<List<Sentence>> corpora() {
    return Corpus.corpora();
  }

  @Property(tries = 300)
  void entitiesKeepTheirTypesAndTheirOrderAndTheDocumentItsStart(
      @ForAll("corpora") List<Sentence> corpus,
      @ForAll @DoubleRange(max = 1) double probability,
      @ForAll long seed) {
    Augmenter augmenter = new Augmenter(all(probability), corpus);
    Random random = new Random(seed);
    for (Sentence sentence : corpus) {
      // Ranges and words that are not empty: Sentence itself refuses all else.
      Sentence augmented = augmenter.augment(sentence, random).sentence();
      assertEquals(
          sentence.entities().stream().map(EntitySpan::type).toList(),
          augmented.entities().stream().map(EntitySpan::type).toList());
      assertEquals(sentence.startsDocument(), augmented.startsDocument());
    }
  }

  @Property(tries = 100)
  void whatIsNotChangedIsTheSameObjectAndOffChangesNothing(
      @ForAll("corpora") List<Sentence> corpus,
      @ForAll @DoubleRange(max = 0.2) double probability,
      @ForAll long seed) {
    Augmenter augmenter = new Augmenter(all(probability), corpus);
    Augmenter off = new Augmenter(all(0), corpus);
    assertTrue(off.isOff());
    Random random = new Random(seed);
    for (Sentence sentence : corpus) {
      assertSame(sentence, off.augment(sentence, new Random(seed)).sentence());
      Augmenter.Augmented augmented = augmenter.augment(sentence, random);
      long changes = augmented.tally().counts().values().stream().mapToLong(Long::longValue).sum();
      assertEquals(changes > 0 ? 1 : 0, augmented.tally().changed());
      if (changes == 0) {
        assertSame(sentence, augmented.sentence());
      }
    }
  }

  @Property(tries = 100)
  void theSameRandomNumbersGiveTheSameSentence(
      @ForAll("corpora") List<Sentence> corpus, @ForAll long seed) {
    for (Sentence sentence : corpus) {
      assertEquals(
          new Augmenter(all(0.5), corpus).augment(sentence, new Random(seed)),
          new Augmenter(all(0.5), corpus).augment(sentence, new Random(seed)));
    }
  }

  @Property(tries = 200)
  void mentionsAreThoseOfTheTrainingSetAndTheRestStays(
      @ForAll("corpora") List<Sentence> corpus, @ForAll long seed) {
    Augmenter augmenter = new Augmenter(Map.of(Augmentation.MENTIONS, 1.0), corpus);
    Set<List<String>> mentions = new HashSet<>();
    corpus.forEach(
        s ->
            s.entities()
                .forEach(
                    e ->
                        mentions.add(
                            Stream.concat(Stream.of(e.type()), s.covered(e).stream()).toList())));
    Random random = new Random(seed);
    for (Sentence sentence : corpus) {
      Augmenter.Augmented augmented = augmenter.augment(sentence, random);
      int changes = 0;
      for (int i = 0; i < sentence.entities().size(); i++) {
        EntitySpan before = sentence.entities().get(i);
        EntitySpan after = augmented.sentence().entities().get(i);
        List<String> covered = augmented.sentence().covered(after);
        assertTrue(
            mentions.contains(Stream.concat(Stream.of(after.type()), covered.stream()).toList()));
        boolean changed = !covered.equals(sentence.covered(before));
        changes += changed ? 1 : 0;
        long others =
            mentions.stream().filter(mention -> mention.get(0).equals(after.type())).count() - 1;
        assertEquals(others > 0, changed, "another mention wherever there is one");
      }
      assertEquals(changes, augmented.tally().counts().get(Augmentation.MENTIONS));
      assertEquals(outside(sentence), outside(augmented.sentence()));
    }
  }

  private static List<String> outside(Sentence sentence) {
    return Segments.of(sentence).stream()
        .filter(segment -> segment.entity().isEmpty())
        .flatMap(segment -> sentence.words().subList(segment.begin(), segment.end()).stream())
        .toList();
  }

  @Example
  void aProbabilityThatIsNoneIsRefusedByItsSettingsName() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> new Augmenter(Map.of(Augmentation.CASE, 1.5), List.of()));
    assertEquals("augment-case is 1.5; expected 0 to 1", e.getMessage());
  }

  @Example
  void kindsThatAreOffDrawNoRandomNumbers() {
    Sentence sentence = new Sentence(List.of("one", "two", "three", "four"), List.of(), true);
    Map<Augmentation, Double> some = new EnumMap<>(Map.of(Augmentation.CASE, 1.0));
    Augmenter alone = new Augmenter(some, List.of(sentence));
    some.put(Augmentation.MENTIONS, 0.0);
    Augmenter withZero = new Augmenter(some, List.of(sentence));
    Random first = new Random(5);
    Random second = new Random(5);
    for (int i = 0; i < 10; i++) {
      assertEquals(alone.augment(sentence, first), withZero.augment(sentence, second));
    }
    assertEquals(first.nextLong(), second.nextLong());
    assertNotEquals(sentence, alone.augment(sentence, first).sentence());
  }

  static Map<Augmentation, Double> all(double probability) {
    Map<Augmentation, Double> all = new EnumMap<>(Augmentation.class);
    for (Augmentation augmentation : Augmentation.values()) {
      all.put(augmentation, probability);
    }
    return all;
  }
}
