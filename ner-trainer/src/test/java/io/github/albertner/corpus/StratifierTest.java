package io.github.albertner.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.label.EntitySpan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StratifierTest {

  private static final List<Double> RATIOS = List.of(0.7, 0.15, 0.15);

  /** Documents of 1 to 30 sentences; "rare" is in few of them, and there in clusters. */
  private static List<Sentence> corpus(long seed) {
    Random random = new Random(seed);
    List<Sentence> sentences = new ArrayList<>();
    for (int document = 0; document < 120; document++) {
      boolean hasRare = random.nextInt(10) == 0;
      int size = 1 + random.nextInt(30);
      for (int i = 0; i < size; i++) {
        List<EntitySpan> entities = new ArrayList<>();
        if (random.nextInt(3) == 0) {
          entities.add(new EntitySpan(0, 1, "common"));
        }
        if (random.nextInt(12) == 0) {
          entities.add(new EntitySpan(1, 2, "seldom"));
        }
        if (hasRare && random.nextInt(3) == 0) {
          entities.add(new EntitySpan(2, 3, "rare"));
        }
        sentences.add(new Sentence(List.of("w" + sentences.size(), "x", "y"), entities, i == 0));
      }
    }
    return sentences;
  }

  private static List<Sentence> withoutDocuments(List<Sentence> corpus) {
    return corpus.stream().map(s -> s.withStartsDocument(false)).toList();
  }

  /** Sum over types and parts of the distance between the part's share and what it should be. */
  private static double distance(List<List<Sentence>> parts) {
    double distance = 0;
    for (String type : List.of("common", "seldom", "rare")) {
      double[] counts = parts.stream().mapToDouble(part -> count(part, type)).toArray();
      double total = Arrays.stream(counts).sum();
      for (int part = 0; part < counts.length; part++) {
        distance += Math.abs(counts[part] / total - RATIOS.get(part));
      }
    }
    return distance;
  }

  private static long count(List<Sentence> part, String type) {
    return part.stream()
        .flatMap(s -> s.entities().stream())
        .filter(e -> e.type().equals(type))
        .count();
  }

  /** What a split by chance gives: whole documents, or sentences, until a part is full. */
  private static List<List<Sentence>> byChance(List<Sentence> corpus, long seed) {
    List<List<Sentence>> units = new ArrayList<>();
    boolean documents = corpus.stream().filter(Sentence::startsDocument).count() > 1;
    for (Sentence sentence : corpus) {
      if (!documents || sentence.startsDocument()) {
        units.add(new ArrayList<>());
      }
      units.get(units.size() - 1).add(sentence);
    }
    Collections.shuffle(units, new Random(seed));
    List<List<Sentence>> parts = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    double[] ends = {0.7 * corpus.size(), 0.85 * corpus.size(), corpus.size()};
    int part = 0;
    int dealt = 0;
    for (List<Sentence> unit : units) {
      while (dealt + unit.size() / 2.0 > ends[part] && part < 2) {
        part++;
      }
      parts.get(part).addAll(unit);
      dealt += unit.size();
    }
    return parts;
  }

  @Test
  void typesAreSharedOutCloserToTheRatioThanByChance() {
    for (boolean documents : List.of(true, false)) {
      double chance = 0;
      double stratified = 0;
      for (int seed = 0; seed < 20; seed++) {
        List<Sentence> corpus = documents ? corpus(seed) : withoutDocuments(corpus(seed));
        CorpusSplitter.Split split = new CorpusSplitter(RATIOS, seed).split(corpus);
        assertEquals(documents, split.byDocument());
        stratified += distance(split.parts()) / 20;
        chance += distance(byChance(corpus, seed)) / 20;
      }
      String found =
          String.format(
              Locale.ROOT, "documents %s: %.3f against %.3f", documents, stratified, chance);
      assertTrue(stratified < chance / 2, found);
    }
  }

  @Test
  void sentencesAreStillSharedOutByTheRatio() {
    for (int seed = 0; seed < 20; seed++) {
      List<Sentence> corpus = corpus(seed);
      List<Integer> sizes =
          new CorpusSplitter(RATIOS, seed).split(corpus).parts().stream().map(List::size).toList();
      for (int part = 0; part < 3; part++) {
        assertEquals(RATIOS.get(part), sizes.get(part) / (double) corpus.size(), 0.03);
      }
      sizes =
          new CorpusSplitter(RATIOS, seed)
              .split(withoutDocuments(corpus)).parts().stream().map(List::size).toList();
      for (int part = 0; part < 3; part++) {
        assertEquals(RATIOS.get(part) * corpus.size(), sizes.get(part), 2);
      }
    }
  }

  @Test
  void theRarestTypeIsDealtFirstAndReachesEveryPart() {
    List<Stratifier.Unit> units = new ArrayList<>();
    for (int i = 0; i < 97; i++) {
      units.add(new Stratifier.Unit(1, Map.of("common", 1)));
    }
    for (int i = 0; i < 3; i++) {
      units.add(new Stratifier.Unit(1, Map.of("common", 1, "rare", 1)));
    }
    for (int seed = 0; seed < 20; seed++) {
      int[] parts = new Stratifier(List.of(1.0, 1.0, 1.0), seed).deal(units);
      assertEquals(3, Arrays.stream(parts, 97, 100).distinct().count());
      for (int part = 0; part < 3; part++) {
        int wanted = part;
        assertEquals(33.5, (double) Arrays.stream(parts).filter(p -> p == wanted).count(), 0.5);
      }
    }
  }

  /** Each type is nearest its shares with all its entities in the largest part. */
  @Test
  void manyRareTypesLeaveThePartsTheirSizes() {
    for (int entitiesOfType : new int[] {1, 2, 3}) {
      List<Stratifier.Unit> units =
          IntStream.range(0, 600)
              .mapToObj(i -> new Stratifier.Unit(1, Map.of("type" + i / entitiesOfType, 1)))
              .toList();
      for (List<Double> ratios : List.of(List.of(0.85, 0.15), RATIOS, List.of(0.9, 0.06, 0.04))) {
        int[] parts = new Stratifier(ratios, 5).deal(units);
        for (int part = 0; part < ratios.size(); part++) {
          int wanted = part;
          long size = Arrays.stream(parts).filter(p -> p == wanted).count();
          assertEquals(600 * ratios.get(part), (double) size, 0.02 * 600 * ratios.get(part) + 1);
        }
      }
    }
  }

  /** Documents of 1 to 30 sentences, each about a subject that only one other document has. */
  @Test
  void manyRareTypesInDocumentsLeaveThePartsTheirSizes() {
    Random random = new Random(4);
    List<Stratifier.Unit> units =
        IntStream.range(0, 200)
            .mapToObj(i -> new Stratifier.Unit(1 + random.nextInt(30), Map.of("type" + i / 2, 3)))
            .toList();
    double total = units.stream().mapToInt(Stratifier.Unit::sentences).sum();
    int[] parts = new Stratifier(RATIOS, 5).deal(units);
    for (int part = 0; part < 3; part++) {
      int wanted = part;
      int size =
          IntStream.range(0, 200)
              .filter(i -> parts[i] == wanted)
              .map(i -> units.get(i).sentences())
              .sum();
      double asked = RATIOS.get(part) * total;
      assertEquals(asked, size, Math.max(16, 0.02 * asked));
    }
  }

  @Test
  void noPartIsEmptyIfThereAreAsManyUnits() {
    List<Stratifier.Unit> units =
        IntStream.range(0, 3).mapToObj(i -> new Stratifier.Unit(1, Map.of("type", 1 + i))).toList();
    for (int seed = 0; seed < 20; seed++) {
      int[] parts = new Stratifier(List.of(0.98, 0.01, 0.01), seed).deal(units);
      assertEquals(3, Arrays.stream(parts).distinct().count());
    }
  }
}
