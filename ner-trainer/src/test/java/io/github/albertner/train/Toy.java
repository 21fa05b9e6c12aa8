package io.github.albertner.train;

import io.github.albertner.checkpoint.BaseModels;
import io.github.albertner.checkpoint.Checkpoint;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.label.EntitySpan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** A corpus that is easy to learn: names follow "Mr", places follow "in". */
public final class Toy {
  private static final List<String> NAMES = List.of("Smith", "Jones", "Miller", "Wood", "Baker");
  private static final List<String> PLACES = List.of("Paris", "London", "Rome", "Madrid", "Oslo");
  private static final List<String> VERBS = List.of("lives", "works", "sleeps", "waits");

  private Toy() {}

  public static List<Sentence> sentences(int count, long seed) {
    Random random = new Random(seed);
    List<Sentence> sentences = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sentences.add(
          new Sentence(
              List.of("Mr", pick(NAMES, random), pick(VERBS, random), "in", pick(PLACES, random)),
              List.of(new EntitySpan(1, 2, "person"), new EntitySpan(4, 5, "location")),
              true));
    }
    return sentences;
  }

  static Checkpoint base() throws IOException {
    return BaseModels.resolve("random:tiny", Optional.empty(), 1);
  }

  static TrainingSettings settings(Map<String, String> chosen) {
    Map<String, String> values = new TreeMap<>(chosen);
    values.putIfAbsent("threads", "1");
    values.putIfAbsent("epochs", "3");
    values.putIfAbsent("batch-size", "8");
    values.putIfAbsent("learning-rate", "2e-3");
    return TrainingDefaults.RANDOM.with(values);
  }

  private static String pick(List<String> words, Random random) {
    return words.get(random.nextInt(words.size()));
  }
}
