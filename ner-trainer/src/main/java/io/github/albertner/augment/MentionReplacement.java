package io.github.albertner.augment;

import io.github.albertner.corpus.Sentence;
import io.github.albertner.label.EntitySpan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Replaces entities by others of their type (section 3, Mention replacement). Each different
 * mention of the training set is as likely as any other, so that rare ones are seen too.
 */
final class MentionReplacement implements Method {
  private final double probability;
  private final Map<String, Mentions> mentions = new HashMap<>();

  /**
   * @param probability of each entity
   * @param training whose entities replace others
   */
  MentionReplacement(double probability, List<Sentence> training) {
    this.probability = probability;
    for (Sentence sentence : training) {
      for (EntitySpan entity : sentence.entities()) {
        mentions
            .computeIfAbsent(entity.type(), type -> new Mentions())
            .add(List.copyOf(sentence.covered(entity)));
      }
    }
  }

  @Override
  public Outcome apply(Sentence sentence, Random random) {
    List<String> words = new ArrayList<>();
    List<EntitySpan> entities = new ArrayList<>();
    int changes = 0;
    for (Segments.Segment segment : Segments.of(sentence)) {
      List<String> covered = sentence.words().subList(segment.begin(), segment.end());
      if (segment.entity().isPresent()) {
        EntitySpan entity = segment.entity().get();
        List<String> mention = covered;
        if (random.nextDouble() < probability) {
          mention = other(mentions.get(entity.type()), covered, random);
          changes += mention.equals(covered) ? 0 : 1;
        }
        int begin = words.size();
        entities.add(
            new EntitySpan(begin, begin + mention.size(), entity.type(), entity.probability()));
        covered = mention;
      }
      words.addAll(covered);
    }
    return changes == 0
        ? new Outcome(sentence, 0)
        : new Outcome(new Sentence(words, entities, sentence.startsDocument()), changes);
  }

  private static List<String> other(Mentions known, List<String> mention, Random random) {
    return known == null ? mention : known.other(mention, random);
  }

  /** The different mentions of a type. */
  private static final class Mentions {
    private final List<List<String>> all = new ArrayList<>();
    private final Map<List<String>, Integer> indices = new HashMap<>();

    void add(List<String> mention) {
      if (indices.putIfAbsent(mention, all.size()) == null) {
        all.add(mention);
      }
    }

    /** Draws any mention but the given one; the given one if there is no other. */
    List<String> other(List<String> mention, Random random) {
      int own = indices.getOrDefault(mention, all.size());
      int others = all.size() - (own < all.size() ? 1 : 0);
      if (others == 0) {
        return mention;
      }
      int drawn = random.nextInt(others);
      return all.get(drawn < own ? drawn : drawn + 1);
    }
  }
}
