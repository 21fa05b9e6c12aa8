package io.github.albertner.evaluate;

import io.github.albertner.evaluate.EntityPair.Edge;
import io.github.albertner.evaluate.EntityPair.Kind;
import io.github.albertner.label.EntitySpan;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What kinds of errors a tagger makes.
 *
 * <p>Each gold entity is paired with at most one prediction, and each prediction with at most one
 * gold entity: those of the same words first; of the rest those that share most words, in doubt of
 * the same type, then the first ones. What shares no word with an unpaired entity of the other side
 * is missed or spurious.
 *
 * @param types of either side, in order
 * @param pairs of all sentences, in order
 */
public record ErrorAnalysis(List<String> types, List<EntityPair> pairs) {
  /** Copies the lists. */
  public ErrorAnalysis {
    types = List.copyOf(types);
    pairs = List.copyOf(pairs);
  }

  /** Pairs the entities of sentences. */
  public static ErrorAnalysis of(List<JudgedSentence> sentences) {
    TreeSet<String> types = new TreeSet<>();
    List<EntityPair> pairs = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      JudgedSentence sentence = sentences.get(i);
      sentence.gold().entities().forEach(entity -> types.add(entity.type()));
      sentence.predicted().forEach(entity -> types.add(entity.type()));
      pairs.addAll(EntityPairs.of(i, sentence));
    }
    return new ErrorAnalysis(List.copyOf(types), pairs);
  }

  /** Returns the number of pairs of each kind, of every kind. */
  public Map<Kind, Long> kinds() {
    Map<Kind, Long> kinds = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      kinds.put(kind, of(kind).stream().count());
    }
    return kinds;
  }

  /** Returns the pairs of a kind, in order. */
  public List<EntityPair> of(Kind kind) {
    return pairs.stream().filter(pair -> pair.kind() == kind).toList();
  }

  /**
   * Returns how often gold entities of one type were found as those of another, whatever the
   * boundaries.
   *
   * @return a row for each gold type and one for none, with a column for each predicted type and
   *     one for none; spurious predictions are in the last row, missed entities in the last column
   */
  public List<List<Long>> confusion() {
    int size = types.size() + 1;
    long[][] counts = new long[size][size];
    for (EntityPair pair : pairs) {
      counts[index(pair.gold())][index(pair.predicted())]++;
    }
    List<List<Long>> rows = new ArrayList<>();
    for (long[] row : counts) {
      List<Long> cells = new ArrayList<>();
      for (long count : row) {
        cells.add(count);
      }
      rows.add(cells);
    }
    return rows;
  }

  private int index(Optional<EntitySpan> entity) {
    return entity.map(span -> types.indexOf(span.type())).orElse(types.size());
  }

  /**
   * Returns how often predictions began and ended at the right word, inside the gold entity, or
   * outside of it, whatever the type.
   *
   * @return a row for each {@link Edge} of the first word, with a column for each of the last word;
   *     missed and spurious entities have none
   */
  public List<List<Long>> edges() {
    List<List<Long>> rows = new ArrayList<>();
    for (Edge left : Edge.values()) {
      List<Long> row = new ArrayList<>();
      for (Edge right : Edge.values()) {
        row.add(
            pairs.stream()
                .filter(pair -> pair.gold().isPresent() && pair.predicted().isPresent())
                .filter(pair -> pair.left() == left && pair.right() == right)
                .count());
      }
      rows.add(row);
    }
    return rows;
  }
}
