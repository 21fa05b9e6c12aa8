package io.github.albertner.evaluate;

import io.github.albertner.corpus.Sentence;
import io.github.albertner.label.EntitySpan;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The predictions of one or two sides, matched with the same gold entities in every mode and drawn
 * together.
 */
final class Judgement {
  private static final List<ScoringMode> MODES = List.of(ScoringMode.values());
  private static final Bootstrap UNUSED = new Bootstrap(Bootstrap.USUAL_RESAMPLES, 1);

  private final List<String> types;
  private final List<Map<ScoringMode, UnitCounts>> sides = new ArrayList<>();
  private final EvaluationOptions options;
  private final Resampling units;

  /** Of each side F1 by mode and figure, in rising order; then of the second less the first. */
  private final double[][] drawn;

  private Judgement(
      List<Sentence> gold, List<List<List<EntitySpan>>> predicted, EvaluationOptions options) {
    this.options = options;
    types = types(gold, predicted);
    units = Resampling.of(options.bootstrap().orElse(UNUSED), gold);
    int[] unitOfSentence = units.unitOfSentence(gold);
    for (List<List<EntitySpan>> side : predicted) {
      Map<ScoringMode, UnitCounts> counts = new EnumMap<>(ScoringMode.class);
      for (ScoringMode mode : MODES) {
        counts.put(
            mode,
            mode == ScoringMode.CONLLEVAL
                ? counts.get(ScoringMode.STRICT) // of spans they are the same
                : UnitCounts.of(mode, gold, side, types, unitOfSentence, options.known()));
      }
      sides.add(counts);
    }
    drawn = options.bootstrap().map(this::draw).orElse(new double[0][]);
  }

  /**
   * Matches and draws.
   *
   * @param predicted of each side, the entities found in each sentence
   * @throws IllegalArgumentException if a side has not as many predictions as there are sentences
   */
  static Judgement of(
      List<Sentence> gold, List<List<List<EntitySpan>>> predicted, EvaluationOptions options) {
    return new Judgement(gold, predicted, options);
  }

  /** All types of all sides, in order. */
  private static List<String> types(List<Sentence> gold, List<List<List<EntitySpan>>> sides) {
    SortedSet<String> types = new TreeSet<>();
    gold.forEach(sentence -> sentence.entities().forEach(entity -> types.add(entity.type())));
    sides.forEach(side -> side.forEach(list -> list.forEach(found -> types.add(found.type()))));
    return List.copyOf(types);
  }

  private double[][] draw(Bootstrap bootstrap) {
    int ofSide = MODES.size() * figures();
    return bootstrap.draw(
        units.units(),
        ofSide * (2 * sides.size() - 1),
        (times, values) -> {
          for (int side = 0; side < sides.size(); side++) {
            for (int mode = 0; mode < MODES.size(); mode++) {
              sides.get(side).get(MODES.get(mode)).f1(times, values, at(side, mode));
            }
          }
          for (int i = 2 * ofSide; i < values.length; i++) {
            values[i] = values[i - ofSide] - values[i - 2 * ofSide];
          }
        });
  }

  private int figures() {
    return types.size() + UnitCounts.SUMMARIES;
  }

  /** Index of a mode's first figure; differences are those of a third side. */
  private int at(int side, int mode) {
    return (side * MODES.size() + mode) * figures();
  }

  /** How intervals were made; empty if there are none. */
  Optional<Resampling> resampling() {
    return options.bootstrap().map(bootstrap -> units);
  }

  /** The scores of a side in every mode. */
  Map<ScoringMode, ModeScores> scores(int side) {
    Map<ScoringMode, ModeScores> scores = new EnumMap<>(ScoringMode.class);
    for (int mode = 0; mode < MODES.size(); mode++) {
      UnitCounts counts = sides.get(side).get(MODES.get(mode));
      SortedMap<String, CreditCounts> byType = counts.byType(units.units());
      scores.put(
          MODES.get(mode),
          new ModeScores(
              MODES.get(mode),
              byType,
              options.known().map(known -> counts.bySurface(units.units())),
              drawn.length == 0
                  ? Optional.empty()
                  : Optional.of(intervals(at(side, mode), byType))));
    }
    return scores;
  }

  private ModeScores.Intervals intervals(int from, SortedMap<String, CreditCounts> present) {
    SortedMap<String, Interval> ofTypes = new TreeMap<>();
    for (int type = 0; type < types.size(); type++) {
      if (present.containsKey(types.get(type))) {
        ofTypes.put(types.get(type), Bootstrap.interval(drawn[from + type]));
      }
    }
    int summaries = from + types.size();
    return new ModeScores.Intervals(
        Bootstrap.interval(drawn[summaries + UnitCounts.MICRO]),
        Bootstrap.interval(drawn[summaries + UnitCounts.MACRO]),
        ofTypes,
        Bootstrap.interval(drawn[summaries + UnitCounts.SEEN]),
        Bootstrap.interval(drawn[summaries + UnitCounts.UNSEEN]));
  }

  /** By how much the second side's F1 exceeds the first's, in every mode. */
  Map<ScoringMode, ModeDifferences> differences() {
    Map<ScoringMode, ModeDifferences> differences = new EnumMap<>(ScoringMode.class);
    int[] once = UnitCounts.once(units.units());
    for (int mode = 0; mode < MODES.size(); mode++) {
      double[] before = new double[figures()];
      double[] after = new double[figures()];
      sides.get(0).get(MODES.get(mode)).f1(once, before, 0);
      sides.get(1).get(MODES.get(mode)).f1(once, after, 0);
      List<F1Difference> found = new ArrayList<>();
      for (int figure = 0; figure < figures(); figure++) {
        found.add(F1Difference.of(after[figure] - before[figure], drawn[at(2, mode) + figure]));
      }
      SortedMap<String, F1Difference> ofTypes = new TreeMap<>();
      for (int type = 0; type < types.size(); type++) {
        ofTypes.put(types.get(type), found.get(type));
      }
      int summaries = types.size();
      differences.put(
          MODES.get(mode),
          new ModeDifferences(
              found.get(summaries + UnitCounts.MICRO),
              found.get(summaries + UnitCounts.MACRO),
              ofTypes,
              options
                  .known()
                  .map(
                      known ->
                          new ModeDifferences.Surfaces(
                              found.get(summaries + UnitCounts.SEEN),
                              found.get(summaries + UnitCounts.UNSEEN)))));
    }
    return differences;
  }
}
