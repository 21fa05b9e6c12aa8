package io.github.albertner.standoff;

import io.github.albertner.corpus.EntityChange;
import io.github.albertner.text.CharRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Sentences and tokens that were found, not given, give way to entities, which an annotator has
 * marked: sentences that an entity spans are joined, a token that its border lies in is cut there.
 */
final class Yielding {

  private static final Comparator<TextEntity> LONGEST_FIRST =
      Comparator.<TextEntity>comparingInt(e -> e.begin() - e.end())
          .thenComparingInt(TextEntity::begin);

  private final String place;
  private final String text;
  private final List<TextEntity> entities;
  private final List<EntityChange> changes;
  private final boolean scoredWhole;

  /**
   * Takes a text.
   *
   * @param place of the text, for messages
   * @param entities in order, without overlaps
   * @param changes gets what is done
   * @param scoredWhole whether scores are for words and sentences as they were found
   */
  Yielding(
      String place,
      String text,
      List<TextEntity> entities,
      List<EntityChange> changes,
      boolean scoredWhole) {
    this.place = place;
    this.text = text;
    this.entities = entities;
    this.changes = changes;
    this.scoredWhole = scoredWhole;
  }

  /** The entities that others lie in, or across the shorter part of: in order, no overlaps. */
  static List<TextEntity> outermost(String text, List<TextEntity> entities) {
    TreeMap<Integer, TextEntity> kept = new TreeMap<>();
    entities.stream()
        .map(entity -> EntityAligner.trimmed(text, entity))
        .filter(e -> e.begin() >= 0 && e.begin() < e.end() && e.end() <= text.length())
        .sorted(LONGEST_FIRST)
        .forEach(
            entity -> {
              Map.Entry<Integer, TextEntity> before = kept.lowerEntry(entity.end());
              if (before == null || !before.getValue().overlaps(entity)) {
                kept.put(entity.begin(), entity);
              }
            });
    return List.copyOf(kept.values());
  }

  /** Joins sentences, in order, that an entity spans, and notes which. */
  List<TextSentence> join(List<TextSentence> sentences) {
    List<TextSentence> joined = new ArrayList<>();
    int next = 0;
    for (TextSentence sentence : sentences) {
      TextSentence last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      while (next < entities.size() && entities.get(next).end() <= sentence.begin()) {
        next++;
      }
      // The entity that reaches into this sentence began in the one before.
      boolean spanned =
          last != null
              && last.problem() == null
              && sentence.problem() == null
              && next < entities.size()
              && entities.get(next).begin() < last.end()
              && entities.get(next).end() > sentence.begin();
      if (spanned) {
        List<CharRange> tokens = new ArrayList<>(last.tokens());
        tokens.addAll(sentence.tokens());
        joined.set(joined.size() - 1, TextSentence.good(last.begin(), sentence.end(), tokens));
        TextEntity entity = entities.get(next);
        changes.add(
            new EntityChange(
                "sentences joined that an entity spans"
                    + (scoredWhole ? "; scores are for each" : ""),
                place
                    + ": the sentence that ends within "
                    + EntityAligner.show(text, entity.begin(), entity.end())
                    + " and the next"));
      } else {
        joined.add(sentence);
      }
    }
    return joined;
  }

  /** Cuts tokens at the borders of entities, and notes which. */
  List<TextSentence> cut(List<TextSentence> sentences) {
    TreeSet<Integer> borders = new TreeSet<>();
    entities.forEach(
        entity -> {
          borders.add(entity.begin());
          borders.add(entity.end());
        });
    List<TextSentence> all = new ArrayList<>();
    for (TextSentence sentence : sentences) {
      List<CharRange> tokens = new ArrayList<>();
      for (CharRange token : sentence.tokens()) {
        int begin = token.begin();
        for (int border : borders.subSet(token.begin() + 1, token.end())) {
          tokens.add(new CharRange(begin, border));
          begin = border;
        }
        tokens.add(new CharRange(begin, token.end()));
        if (begin > token.begin()) {
          changes.add(
              new EntityChange(
                  "words cut at the borders of entities"
                      + (scoredWhole ? "; scores are for whole words" : ""),
                  place
                      + ": the word "
                      + EntityAligner.show(text, token.begin(), token.end())
                      + ", which an entity begins or ends in"));
        }
      }
      all.add(
          sentence.problem() == null
              ? TextSentence.good(sentence.begin(), sentence.end(), tokens)
              : sentence);
    }
    return all;
  }
}
