package io.github.albertner.label;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Chooses the most probable legal label sequence of a sentence, and reads its spans.
 *
 * <p>Viterbi's algorithm over the words' log probabilities, where a step is free if the label set's
 * scheme allows it and forbidden if not; the places before the first word and after the last one
 * count as {@code O}. The all-{@code O} sequence is always legal, so there always is an answer.
 * Immutable and thread-safe.
 */
public final class SpanDecoder {

  /**
   * Stands for log 0, so that a legal sequence through an impossible label still beats an illegal
   * one.
   */
  private static final double IMPOSSIBLE = -1e6;

  private final LabelSet labels;

  /** Whether a label's entities are reported. */
  private final boolean[] reported;

  /** The labels that may stand before each label, ascending. */
  private final int[][] predecessors;

  private final boolean[] mayBegin;
  private final boolean[] mayEnd;

  /**
   * Makes a decoder for one label set.
   *
   * @param labels labels in the order of the scores' columns
   */
  public SpanDecoder(LabelSet labels) {
    this(labels, labels.types());
  }

  /**
   * Makes a decoder that reports some entity types only. All labels compete as ever, so that what
   * is reported of a type does not depend on which others are.
   *
   * @param labels labels in the order of the scores' columns
   * @param types to report
   */
  public SpanDecoder(LabelSet labels, Collection<String> types) {
    this.labels = labels;
    reported = new boolean[labels.size()];
    for (int label = 0; label < reported.length; label++) {
      reported[label] = types.contains(labels.tag(label).type());
    }
    TagScheme scheme = labels.scheme();
    int size = labels.size();
    predecessors = new int[size][];
    mayBegin = new boolean[size];
    mayEnd = new boolean[size];
    for (int label = 0; label < size; label++) {
      Tag tag = labels.tag(label);
      predecessors[label] =
          IntStream.range(0, size).filter(p -> scheme.allows(labels.tag(p), tag)).toArray();
      mayBegin[label] = scheme.allows(Tag.OUTSIDE, tag);
      mayEnd[label] = scheme.allows(tag, Tag.OUTSIDE);
    }
  }

  /**
   * Finds the entities of a sentence.
   *
   * @param scores of the label set's labels
   * @return spans in order, without overlaps, with probabilities as {@link #spans} gives them
   * @throws IllegalArgumentException if the scores have another number of labels
   */
  public List<EntitySpan> decode(LabelScores scores) {
    return spans(bestLabels(scores), scores);
  }

  /**
   * Finds the legal label sequence with the greatest product of probabilities.
   *
   * @param scores of the label set's labels
   * @return index of a label for each word; of equally probable sequences, the one with the lower
   *     indices, decided from the last word backwards
   * @throws IllegalArgumentException if the scores have another number of labels
   */
  public int[] bestLabels(LabelScores scores) {
    checkLabels(scores);
    int words = scores.words();
    int[] path = new int[words];
    if (words == 0) {
      return path;
    }
    int[][] cameFrom = new int[words][labels.size()];
    double[] totals = begin(scores);
    for (int word = 1; word < words; word++) {
      totals = step(scores, word, totals, cameFrom[word]);
    }
    path[words - 1] = bestEnd(totals);
    for (int word = words - 1; word > 0; word--) {
      path[word - 1] = cameFrom[word][path[word]];
    }
    return path;
  }

  private double[] begin(LabelScores scores) {
    double[] totals = new double[labels.size()];
    for (int label = 0; label < totals.length; label++) {
      totals[label] = mayBegin[label] ? logProbability(scores, 0, label) : Double.NEGATIVE_INFINITY;
    }
    return totals;
  }

  private double[] step(LabelScores scores, int word, double[] before, int[] cameFrom) {
    double[] totals = new double[labels.size()];
    for (int label = 0; label < totals.length; label++) {
      double best = Double.NEGATIVE_INFINITY;
      for (int predecessor : predecessors[label]) {
        if (before[predecessor] > best) {
          best = before[predecessor];
          cameFrom[label] = predecessor;
        }
      }
      totals[label] = best + logProbability(scores, word, label);
    }
    return totals;
  }

  private static double logProbability(LabelScores scores, int word, int label) {
    return Math.max(scores.logProbability(word, label), IMPOSSIBLE);
  }

  private int bestEnd(double[] totals) {
    int best = labels.outside();
    for (int label = 0; label < totals.length; label++) {
      boolean better =
          totals[label] > totals[best] || (totals[label] == totals[best] && label < best);
      if (mayEnd[label] && better) {
        best = label;
      }
    }
    return best;
  }

  /**
   * Reads the reported spans of a label sequence, legal or not, as {@link TagScheme#decode} does. A
   * span's probability is the arithmetic mean of its words' label probabilities, as OpenNLP's
   * {@code NameFinderME} computes it, and never 0.
   *
   * @param path index of a label for each word
   * @param scores of the same words
   * @return spans in order, without overlaps
   * @throws IllegalArgumentException if the scores have another number of words or labels
   */
  public List<EntitySpan> spans(int[] path, LabelScores scores) {
    checkLabels(scores);
    if (path.length != scores.words()) {
      throw new IllegalArgumentException(
          "expected a label for each of "
              + scores.words()
              + " words, found "
              + path.length
              + " labels");
    }
    List<Tag> tags = IntStream.of(path).mapToObj(labels::tag).toList();
    List<EntitySpan> spans = new ArrayList<>();
    for (EntitySpan span : TagScheme.spans(tags)) {
      if (!reported[path[span.begin()]]) {
        continue;
      }
      double mean =
          IntStream.range(span.begin(), span.end())
              .mapToDouble(word -> scores.probability(word, path[word]))
              .average()
              .orElseThrow();
      double probability = Math.min(1, Math.max(mean, Double.MIN_NORMAL));
      spans.add(new EntitySpan(span.begin(), span.end(), span.type(), probability));
    }
    return List.copyOf(spans);
  }

  /**
   * Returns how sure each word's answer is: for a word in a reported entity the probability of its
   * label, for any other that of all labels that are not reported together.
   *
   * @param path index of a label for each word
   * @param scores of the same words
   * @return in (0, 1]
   * @throws IllegalArgumentException if the scores have another number of labels
   */
  public double[] wordProbabilities(int[] path, LabelScores scores) {
    checkLabels(scores);
    double[] probabilities = new double[path.length];
    for (int word = 0; word < path.length; word++) {
      double probability =
          reported[path[word]]
              ? scores.probability(word, path[word])
              : unreportedProbability(word, scores);
      probabilities[word] = Math.min(1, Math.max(probability, Double.MIN_NORMAL));
    }
    return probabilities;
  }

  private double unreportedProbability(int word, LabelScores scores) {
    double sum = 0;
    for (int label = 0; label < reported.length; label++) {
      if (!reported[label]) {
        sum += scores.probability(word, label);
      }
    }
    return sum;
  }

  private void checkLabels(LabelScores scores) {
    if (scores.labels() != labels.size()) {
      throw new IllegalArgumentException(
          "expected scores of the "
              + labels.size()
              + " labels "
              + labels
              + ", found "
              + scores.labels());
    }
  }
}
