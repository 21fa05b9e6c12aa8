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

  private Yielding() {}

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

  /** Joins sentences, in order, that an entity spans. */
  static List<TextSentence> join(List<TextSentence> sentences, List<TextEntity> entities) {
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
      } else {
        joined.add(sentence);
      }
    }
    return joined;
  }

  /** Cuts tokens at the borders of entities, and notes which. */
  static List<TextSentence> cut(
      TextDocument document,
      List<TextSentence> sentences,
      List<TextEntity> entities,
      List<EntityChange> changes) {
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
                  "words cut at the borders of entities",
                  document.place()
                      + ": the word "
                      + EntityAligner.show(document.text(), token.begin(), token.end())
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
