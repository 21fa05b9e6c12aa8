package io.github.albertner.evaluate;

import io.github.albertner.corpus.Sentence;
import io.github.albertner.label.EntitySpan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one side's predictions get in one mode, by unit of the data, laid out so that thousands of
 * draws of units are added up fast.
 */
final class UnitCounts {
  /** Figures of {@link #f1} after those of the types. */
  static final int MICRO = 0;

  static final int MACRO = 1;
  static final int SEEN = 2;
  static final int UNSEEN = 3;
  static final int SUMMARIES = 4;

  /** Gold, predicted, and the credits of both in halves. */
  private static final int COUNTS = 4;

  /** A type, seen or unseen: the units that have such entities, and their counts in a row. */
  private static final class Group {
    private final int[] units;
    private final int[] counts;

    private Group(int[] units, int[] counts) {
      this.units = units;
      this.counts = counts;
    }

    static Group of(SortedMap<Integer, int[]> rows) {
      int[] units = rows.keySet().stream().mapToInt(Integer::intValue).toArray();
      int[] counts = new int[COUNTS * units.length];
      int row = 0;
      for (int[] values : rows.values()) {
        System.arraycopy(values, 0, counts, COUNTS * row++, COUNTS);
      }
      return new Group(units, counts);
    }

    void addTo(long[] sums, int[] times) {
      long gold = 0;
      long predicted = 0;
      long goldHalves = 0;
      long predictedHalves = 0;
      for (int i = 0, at = 0; i < units.length; i++, at += COUNTS) {
        int drawn = times[units[i]];
        gold += (long) drawn * counts[at];
        predicted += (long) drawn * counts[at + 1];
        goldHalves += (long) drawn * counts[at + 2];
        predictedHalves += (long) drawn * counts[at + 3];
      }
      sums[0] += gold;
      sums[1] += predicted;
      sums[2] += goldHalves;
      sums[3] += predictedHalves;
    }
  }

  private final List<String> types;
  private final List<Group> seen;
  private final List<Group> unseen;

  private UnitCounts(List<String> types, List<Group> seen, List<Group> unseen) {
    this.types = types;
    this.seen = seen;
    this.unseen = unseen;
  }

  /** Adds entities up while sentences are matched. */
  private static final class Builder {
    private final List<String> types;
    private final List<SortedMap<Integer, int[]>> seen = new ArrayList<>();
    private final List<SortedMap<Integer, int[]>> unseen = new ArrayList<>();

    Builder(List<String> types) {
      this.types = types;
      types.forEach(
          type -> {
            seen.add(new TreeMap<>());
            unseen.add(new TreeMap<>());
          });
    }

    void add(EntitySpan entity, boolean isSeen, int unit, int side, int halves) {
      int type = types.indexOf(entity.type());
      int[] counts =
          (isSeen ? seen : unseen).get(type).computeIfAbsent(unit, key -> new int[COUNTS]);
      counts[side]++;
      counts[2 + side] += halves;
    }

    UnitCounts build() {
      return new UnitCounts(
          types, seen.stream().map(Group::of).toList(), unseen.stream().map(Group::of).toList());
    }
  }

  /**
   * Matches all sentences.
   *
   * @param types all types on either side, in order
   * @param units number of the unit of each sentence
   * @param known where absent, all entities count as unseen
   */
  static UnitCounts of(
      ScoringMode mode,
      List<Sentence> gold,
      List<List<EntitySpan>> predicted,
      List<String> types,
      int[] units,
      Optional<KnownEntities> known) {
    Builder builder = new Builder(types);
    for (int i = 0; i < gold.size(); i++) {
      Sentence sentence = gold.get(i);
      EntityMatcher.Match match = EntityMatcher.match(mode, sentence.entities(), predicted.get(i));
      for (int side = 0; side < 2; side++) {
        List<EntitySpan> entities = side == 0 ? match.gold() : match.predicted();
        List<Integer> halves = side == 0 ? match.goldHalves() : match.predictedHalves();
        for (int e = 0; e < entities.size(); e++) {
          EntitySpan entity = entities.get(e);
          boolean isSeen = known.isPresent() && known.get().contains(sentence, entity);
          builder.add(entity, isSeen, units[i], side, halves.get(e));
        }
      }
    }
    return builder.build();
  }

  /** The counts of each type over all units. */
  SortedMap<String, CreditCounts> byType(int units) {
    int[] once = once(units);
    SortedMap<String, CreditCounts> counts = new TreeMap<>();
    for (int type = 0; type < types.size(); type++) {
      CreditCounts all = sum(List.of(seen.get(type), unseen.get(type)), once);
      if (all.gold() + all.predicted() > 0) {
        counts.put(types.get(type), all);
      }
    }
    return counts;
  }

  /** The counts of seen and unseen entities over all units. */
  ModeScores.Surfaces bySurface(int units) {
    int[] once = once(units);
    return new ModeScores.Surfaces(sum(seen, once), sum(unseen, once));
  }

  /** Each unit, as it is in the data. */
  static int[] once(int units) {
    int[] once = new int[units];
    Arrays.fill(once, 1);
    return once;
  }

  private static CreditCounts sum(List<Group> groups, int[] times) {
    long[] sums = new long[COUNTS];
    groups.forEach(group -> group.addTo(sums, times));
    return new CreditCounts(sums[0], sums[1], sums[2] / 2.0, sums[3] / 2.0);
  }

  /**
   * Writes the F1 of a draw: of each type in order, then {@link #MICRO} and what follows it.
   *
   * @param times how often each unit was drawn
   * @param from index in {@code figures} of the first
   */
  void f1(int[] times, double[] figures, int from) {
    long[] all = new long[COUNTS];
    long[] known = new long[COUNTS];
    long[] other = new long[COUNTS];
    double sum = 0;
    int inGold = 0;
    for (int type = 0; type < types.size(); type++) {
      long[] ofSeen = new long[COUNTS];
      long[] ofType = new long[COUNTS];
      seen.get(type).addTo(ofSeen, times);
      unseen.get(type).addTo(ofType, times);
      for (int i = 0; i < COUNTS; i++) {
        known[i] += ofSeen[i];
        other[i] += ofType[i];
        ofType[i] += ofSeen[i];
        all[i] += ofType[i];
      }
      double f1 = f1(ofType);
      figures[from + type] = f1;
      if (ofType[0] > 0) {
        sum += f1;
        inGold++;
      }
    }
    int summaries = from + types.size();
    figures[summaries + MICRO] = f1(all);
    figures[summaries + MACRO] = inGold == 0 ? 0 : sum / inGold;
    figures[summaries + SEEN] = f1(known);
    figures[summaries + UNSEEN] = f1(other);
  }

  private static double f1(long[] sums) {
    return CreditCounts.f1(sums[0], sums[1], sums[2] / 2.0, sums[3] / 2.0);
  }
}
