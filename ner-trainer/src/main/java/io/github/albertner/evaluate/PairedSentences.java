package io.github.albertner.evaluate;

import io.github.albertner.corpus.Sentence;
import io.github.albertner.corpus.WordOrigin;
import io.github.albertner.label.EntitySpan;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Gold sentences and predictions for the same text, in the same words. Where words were found in
 * texts, and so depend on the entities of each side, they are cut at the borders of both, and gold
 * sentences that a prediction spans are joined: entities are then compared by characters.
 *
 * @param gold sentences with the entities that are there
 * @param predicted as many, with the same words and the entities that were found
 */
public record PairedSentences(List<Sentence> gold, List<Sentence> predicted) {

  /** Copies the lists. */
  public PairedSentences {
    gold = List.copyOf(gold);
    predicted = List.copyOf(predicted);
  }

  /**
   * Pairs two sides.
   *
   * @param gold sentences with the entities that are there
   * @param predicted what was found in the same text, in words and sentences of its own
   * @return empty if the words differ though files give them, or the texts do
   */
  public static Optional<PairedSentences> of(List<Sentence> gold, List<Sentence> predicted) {
    if (gold.stream()
        .map(Sentence::words)
        .toList()
        .equals(predicted.stream().map(Sentence::words).toList())) {
      return Optional.of(new PairedSentences(paired(gold), paired(predicted)));
    }
    boolean found =
        gold.stream().anyMatch(PairedSentences::isFound)
            || predicted.stream().anyMatch(PairedSentences::isFound);
    String text = text(gold);
    if (!found || !text.equals(text(predicted))) {
      return Optional.empty();
    }
    NavigableSet<Integer> borders = new TreeSet<>();
    List<Placed> there = place(gold, borders);
    List<Placed> ofPredicted = place(predicted, borders);
    List<EntitySpan> entities = ofPredicted.stream().flatMap(p -> p.entities().stream()).toList();
    List<Placed> joined = join(there, entities);
    List<Sentence> right = new ArrayList<>();
    List<Sentence> other = new ArrayList<>();
    for (Placed sentence : joined) {
      right.add(sentence.in(text, borders, sentence.entities()));
      other.add(sentence.in(text, borders, entities));
    }
    return Optional.of(new PairedSentences(right, other));
  }

  private static boolean isFound(Sentence sentence) {
    return sentence.origin().kind() != WordOrigin.Kind.GIVEN;
  }

  private static List<Sentence> paired(List<Sentence> sentences) {
    return sentences.stream().map(s -> isFound(s) ? s.withOrigin(WordOrigin.PAIRED) : s).toList();
  }

  /** All characters of words. */
  private static String text(List<Sentence> sentences) {
    StringBuilder text = new StringBuilder();
    sentences.forEach(sentence -> sentence.words().forEach(text::append));
    return text.toString();
  }

  /** A sentence by characters of all words: its range, its entities. */
  private record Placed(int begin, int end, List<EntitySpan> entities, boolean startsDocument) {

    /** The sentence in words between borders, with those entities that are in it. */
    Sentence in(String text, NavigableSet<Integer> borders, List<EntitySpan> all) {
      List<Integer> ends = List.copyOf(borders.subSet(begin, false, end, true));
      List<String> words = new ArrayList<>();
      int from = begin;
      for (int at : ends) {
        words.add(text.substring(from, at));
        from = at;
      }
      List<EntitySpan> spans = new ArrayList<>();
      for (EntitySpan entity : all) {
        if (entity.begin() >= begin && entity.end() <= end) {
          int first = entity.begin() == begin ? 0 : ends.indexOf(entity.begin()) + 1;
          spans.add(
              new EntitySpan(
                  first, ends.indexOf(entity.end()) + 1, entity.type(), entity.probability()));
        }
      }
      return new Sentence(words, spans, startsDocument, WordOrigin.PAIRED);
    }
  }

  private static List<Placed> place(List<Sentence> sentences, NavigableSet<Integer> borders) {
    List<Placed> placed = new ArrayList<>();
    int at = 0;
    for (Sentence sentence : sentences) {
      List<Integer> starts = new ArrayList<>(List.of(at));
      for (String word : sentence.words()) {
        at += word.length();
        starts.add(at);
      }
      borders.addAll(starts);
      placed.add(
          new Placed(
              starts.get(0),
              at,
              sentence.entities().stream()
                  .map(
                      e ->
                          new EntitySpan(
                              starts.get(e.begin()),
                              starts.get(e.end()),
                              e.type(),
                              e.probability()))
                  .toList(),
              sentence.startsDocument()));
    }
    return placed;
  }

  /** Joins sentences that an entity spans. */
  private static List<Placed> join(List<Placed> sentences, List<EntitySpan> entities) {
    List<Placed> joined = new ArrayList<>();
    for (Placed sentence : sentences) {
      boolean spanned =
          entities.stream()
              .anyMatch(e -> e.begin() < sentence.begin() && e.end() > sentence.begin());
      if (spanned) {
        Placed last = joined.remove(joined.size() - 1);
        List<EntitySpan> both = new ArrayList<>(last.entities());
        both.addAll(sentence.entities());
        joined.add(new Placed(last.begin(), sentence.end(), both, last.startsDocument()));
      } else {
        joined.add(sentence);
      }
    }
    return joined;
  }
}
