package io.github.albertner.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class SpanDecoderPropertyTest {

  @Provide
  Arbitrary<LabelSet> labelSets() {
    return Arbitraries.of(
            "O B-P I-P B-L I-L",
            "I-P O B-P",
            "O B-P",
            "O I-P I-L",
            "O B-P I-P I-L",
            "O B-P I-P E-P S-P",
            "B-P L-P U-L O",
            "O U-P")
        .map(line -> LabelSet.of(List.of(line.split(" "))));
  }

  private static LabelScores randomScores(long seed, int words, int labels) {
    Random random = new Random(seed);
    float[] logits = new float[words * labels];
    for (int i = 0; i < logits.length; i++) {
      // Now and then the same value, or one that is far away.
      logits[i] = random.nextInt(5) == 0 ? 0 : (float) (random.nextGaussian() * 3);
    }
    return LabelScores.ofLogits(logits, words, labels);
  }

  private static double logProbability(int[] path, LabelScores scores) {
    return IntStream.range(0, path.length)
        .mapToDouble(w -> scores.logProbability(w, path[w]))
        .sum();
  }

  private static List<String> tags(int[] path, LabelSet labels) {
    return IntStream.of(path).mapToObj(labels::label).toList();
  }

  /** Every sequence of the given length. */
  private static List<int[]> allPaths(int words, int labels) {
    List<int[]> paths = new ArrayList<>();
    int count = (int) Math.round(Math.pow(labels, words));
    for (int number = 0; number < count; number++) {
      int[] path = new int[words];
      for (int word = 0, rest = number; word < words; word++, rest /= labels) {
        path[word] = rest % labels;
      }
      paths.add(path);
    }
    return paths;
  }

  @Property(tries = 300)
  void findsTheBestOfAllLegalSequences(
      @ForAll("labelSets") LabelSet labels,
      @ForAll @IntRange(max = 5) int words,
      @ForAll long seed) {
    LabelScores scores = randomScores(seed, words, labels.size());
    double best =
        allPaths(words, labels.size()).stream()
            .filter(path -> labels.scheme().violations(tags(path, labels)).isEmpty())
            .mapToDouble(path -> logProbability(path, scores))
            .max()
            .orElseThrow();
    int[] found = new SpanDecoder(labels).bestLabels(scores);
    assertEquals(best, logProbability(found, scores), 1e-9);
  }

  @Property
  void isAlwaysLegalAndNeedsNoRepair(
      @ForAll("labelSets") LabelSet labels,
      @ForAll @IntRange(max = 40) int words,
      @ForAll long seed) {
    LabelScores scores = randomScores(seed, words, labels.size());
    SpanDecoder decoder = new SpanDecoder(labels);
    List<String> tags = tags(decoder.bestLabels(scores), labels);
    assertEquals(Optional.empty(), labels.scheme().firstViolation(tags));
    List<EntitySpan> spans = decoder.decode(scores);
    List<EntitySpan> read = labels.scheme().decode(tags);
    assertEquals(read.size(), spans.size());
    for (int i = 0; i < spans.size(); i++) {
      assertTrue(spans.get(i).sameEntity(read.get(i)));
      assertTrue(spans.get(i).probability() > 0);
    }
  }
}
