package io.github.albertner.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class CorpusSplitterTest {

  private static final List<Double> USUAL = List.of(0.85, 0.15);

  /** Documents of ten sentences, all different. */
  private static List<Sentence> documents(int count) {
    List<Sentence> sentences = new ArrayList<>();
    for (int i = 0; i < 10 * count; i++) {
      sentences.add(new Sentence(List.of("word" + i), List.of(), i % 10 == 0));
    }
    return sentences;
  }

  @Example
  void withoutDocumentsSentencesAreDealtOut() {
    CorpusSplitter.Split split = new CorpusSplitter(USUAL, 1).split(documents(10));
    assertFalse(split.byDocument());
    assertEquals(List.of(85, 15), split.parts().stream().map(List::size).toList());
    assertEquals(Set.copyOf(words(documents(10))), Set.copyOf(words(split)));
  }

  @Example
  void manyDocumentsStayWhole() {
    CorpusSplitter.Split split =
        new CorpusSplitter(List.of(8.0, 1.0, 1.0), 1).split(documents(100));
    assertTrue(split.byDocument());
    assertEquals(List.of(800, 100, 100), split.parts().stream().map(List::size).toList());
    for (List<Sentence> part : split.parts()) {
      for (int i = 0; i < part.size(); i++) {
        assertEquals(i % 10 == 0, part.get(i).startsDocument());
      }
    }
  }

  @Example
  void theSameSeedGivesTheSameParts() {
    List<Sentence> corpus = documents(30);
    CorpusSplitter.Split split = new CorpusSplitter(USUAL, 7).split(corpus);
    assertEquals(split, new CorpusSplitter(USUAL, 7).split(corpus));
    assertNotEquals(split, new CorpusSplitter(USUAL, 8).split(corpus));
  }

  @Example
  void repeatedSentencesOfWholeDocumentsGoToThePartThatHasMostOfThem() {
    List<Sentence> corpus = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      corpus.add(new Sentence(List.of("CHAPTER"), List.of(), true));
      corpus.add(new Sentence(List.of("text", "" + i), List.of(), false));
    }
    for (int seed = 0; seed < 20; seed++) {
      CorpusSplitter.Split split = new CorpusSplitter(USUAL, seed).split(corpus);
      assertTrue(split.byDocument());
      assertEquals(List.of(74, 6), split.parts().stream().map(List::size).toList());
      assertEquals(6, split.moved());
      assertTrue(split.parts().get(1).stream().noneMatch(s -> s.words().contains("CHAPTER")));
      assertTrue(split.parts().get(1).stream().allMatch(Sentence::startsDocument));
    }
  }

  @Example
  void foldsAreEqualAndLeaveTheOthersToLearnFrom() {
    List<Sentence> corpus = documents(50);
    CorpusSplitter.Split split = CorpusSplitter.folds(5, 3).split(corpus);
    assertTrue(split.byDocument());
    assertEquals(List.of(100, 100, 100, 100, 100), split.parts().stream().map(List::size).toList());
    for (int fold = 0; fold < 5; fold++) {
      List<Sentence> both = new ArrayList<>(split.others(fold));
      assertEquals(400, both.size());
      both.addAll(split.parts().get(fold));
      assertEquals(Set.copyOf(corpus), Set.copyOf(both));
    }
    assertThrows(IllegalArgumentException.class, () -> CorpusSplitter.folds(1, 3));
  }

  @Property(tries = 200)
  void noWordsOnTwoSidesAndNothingLost(
      @ForAll @Size(min = 2, max = 120) List<@IntRange(max = 30) Integer> texts,
      @ForAll @IntRange(min = 1, max = 9) int every,
      @ForAll long seed) {
    List<Sentence> corpus = new ArrayList<>();
    for (Integer text : texts) {
      corpus.add(new Sentence(List.of("w", "" + text), List.of(), corpus.size() % every == 0));
    }
    if (Set.copyOf(texts).size() < 2) {
      assertThrows(
          IllegalArgumentException.class, () -> new CorpusSplitter(USUAL, seed).split(corpus));
      return;
    }
    CorpusSplitter.Split split = new CorpusSplitter(USUAL, seed).split(corpus);
    assertEquals(words(corpus).stream().sorted().toList(), words(split).stream().sorted().toList());
    Set<String> both = new HashSet<>(words(split.parts().get(0)));
    both.retainAll(words(split.parts().get(1)));
    assertEquals(Set.of(), both);
    assertFalse(split.parts().get(0).isEmpty() || split.parts().get(1).isEmpty());
    assertTrue(split.parts().stream().allMatch(part -> part.get(0).startsDocument()));
  }

  @Example
  void badRatiosAndTooFewSentencesAreRefused() {
    for (List<Double> ratios :
        List.of(List.of(1.0), List.of(1.0, 0.0), List.of(1.0, -1.0), List.of(1.0, Double.NaN))) {
      assertThrows(IllegalArgumentException.class, () -> new CorpusSplitter(ratios, 1));
    }
    Sentence sentence = new Sentence(List.of("a"), List.of(), true);
    assertEquals(
        "expected at least as many different sentences as parts to split into, found 1 for 2"
            + " parts; give the data of each part as files of its own",
        assertThrows(
                IllegalArgumentException.class,
                () -> new CorpusSplitter(USUAL, 1).split(List.of(sentence, sentence)))
            .getMessage());
  }

  private static List<String> words(CorpusSplitter.Split split) {
    return split.parts().stream().flatMap(part -> words(part).stream()).toList();
  }

  private static List<String> words(Collection<Sentence> sentences) {
    return sentences.stream().map(s -> String.join(" ", s.words())).toList();
  }
}
