package io.github.albertner.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Splits a corpus into parts, such as training and development data, by chance but the same for the
 * same seed. Each part gets its share of the entities of every type, as far as can be: {@link
 * Stratifier}.
 *
 * <p>Documents stay whole where at least {@value #FEWEST_DOCUMENTS} are known, otherwise sentences
 * are dealt out one by one. Sentences of the same words never come to different parts: where whole
 * documents would have it so, all of them go to the part that has most of them.
 */
public final class CorpusSplitter {

  /** Share of the sentences that training sets aside to judge epochs by, unless told otherwise. */
  public static final double DEVELOPMENT_SHARE = 0.15;

  /** From this number on, documents are kept whole. */
  public static final int FEWEST_DOCUMENTS = 20;

  private final List<Double> ratios;
  private final long seed;

  /**
   * A way of splitting.
   *
   * @param ratios size of each part, in sentences, relative to their sum; at least two, positive
   * @param seed the same seed gives the same parts
   * @throws IllegalArgumentException if there are fewer than two ratios or one is not positive
   */
  public CorpusSplitter(List<Double> ratios, long seed) {
    if (ratios.size() < 2 || ratios.stream().anyMatch(r -> !(r > 0 && r < 1e9))) {
      throw new IllegalArgumentException(
          "expected at least two positive ratios such as 0.85 and 0.15, found " + ratios);
    }
    this.ratios = List.copyOf(ratios);
    this.seed = seed;
  }

  /**
   * The way of splitting that sets development data aside: its first part is to learn from, its
   * second to judge by.
   *
   * @param share of the sentences to judge by, above 0 and below 1
   * @param seed the same seed gives the same parts
   * @return a splitter into two parts
   * @throws IllegalArgumentException if the share is out of range
   */
  public static CorpusSplitter forDevelopment(double share, long seed) {
    return new CorpusSplitter(List.of(1 - share, share), seed);
  }

  /**
   * The way of splitting for cross-validation: each part is judged by a model that learned from the
   * {@linkplain Split#others others}.
   *
   * @param count number of folds, at least 2
   * @param seed the same seed gives the same folds
   * @return a splitter into parts of equal shares
   * @throws IllegalArgumentException if there is less than two
   */
  public static CorpusSplitter folds(int count, long seed) {
    if (count < 2) {
      throw new IllegalArgumentException("expected at least 2 folds, found " + count);
    }
    return new CorpusSplitter(Collections.nCopies(count, 1.0), seed);
  }

  /**
   * Parts of a corpus.
   *
   * @param parts one list for each ratio, none empty, each in the corpus' order; a sentence starts
   *     a document if the one before it in its part is from another
   * @param byDocument whether documents were kept whole
   * @param moved sentences that are not where their document is, because most of those with the
   *     same words are in another part
   */
  public record Split(List<List<Sentence>> parts, boolean byDocument, int moved) {

    /** Copies the lists. */
    public Split {
      parts = parts.stream().map(List::copyOf).toList();
    }

    /**
     * All sentences but those of one part.
     *
     * @param part its index, from 0
     * @return the sentences of the other parts, part by part
     */
    public List<Sentence> others(int part) {
      Objects.checkIndex(part, parts.size());
      return IntStream.range(0, parts.size())
          .filter(other -> other != part)
          .mapToObj(parts::get)
          .flatMap(List::stream)
          .toList();
    }
  }

  /**
   * Splits.
   *
   * @param sentences the corpus
   * @return its parts; together they hold every sentence once
   * @throws IllegalArgumentException if there are fewer different sentences than parts
   */
  public Split split(List<Sentence> sentences) {
    int[] documents = documents(sentences);
    if (documents.length > 0 && documents[documents.length - 1] + 1 >= FEWEST_DOCUMENTS) {
      int[] dealt = deal(sentences, documents);
      int[] parts = togetherIfSameWords(sentences, dealt);
      if (smallest(parts) > 0) {
        int moved =
            (int) IntStream.range(0, parts.length).filter(i -> parts[i] != dealt[i]).count();
        return new Split(collect(sentences, parts, documents), true, moved);
      }
    }
    int[] units = unitsOfSameWords(sentences);
    int[] parts = deal(sentences, units);
    if (smallest(parts) == 0) {
      throw new IllegalArgumentException(
          "expected at least as many different sentences as parts to split into, found "
              + Arrays.stream(units).distinct().count()
              + " for "
              + ratios.size()
              + " parts; give the data of each part as files of its own");
    }
    return new Split(collect(sentences, parts, documents), false, 0);
  }

  /** Number of each sentence's document, from 0. */
  private static int[] documents(List<Sentence> sentences) {
    int[] documents = new int[sentences.size()];
    int document = 0;
    for (int i = 0; i < documents.length; i++) {
      document += i > 0 && sentences.get(i).startsDocument() ? 1 : 0;
      documents[i] = document;
    }
    return documents;
  }

  /** Number of each sentence's words, from 0: equal if the words are. */
  private static int[] unitsOfSameWords(List<Sentence> sentences) {
    Map<List<String>, Integer> units = new HashMap<>();
    return sentences.stream()
        .mapToInt(s -> units.computeIfAbsent(s.words(), words -> units.size()))
        .toArray();
  }

  /** The part of each sentence, given the unit that it belongs to. */
  private int[] deal(List<Sentence> sentences, int[] units) {
    int[] parts = new Stratifier(ratios, seed).deal(Stratifier.Unit.of(sentences, units));
    return Arrays.stream(units).map(unit -> parts[unit]).toArray();
  }

  /** Each sentence in the part that has most of those with its words; the earliest if equal. */
  private int[] togetherIfSameWords(List<Sentence> sentences, int[] parts) {
    int[] units = unitsOfSameWords(sentences);
    int[][] counts = new int[units.length][];
    for (int i = 0; i < units.length; i++) {
      if (counts[units[i]] == null) {
        counts[units[i]] = new int[ratios.size()];
      }
      counts[units[i]][parts[i]]++;
    }
    return Arrays.stream(units).map(unit -> largest(counts[unit])).toArray();
  }

  private static int largest(int... counts) {
    int largest = 0;
    for (int i = 1; i < counts.length; i++) {
      largest = counts[i] > counts[largest] ? i : largest;
    }
    return largest;
  }

  private long smallest(int[] parts) {
    long[] sizes = new long[ratios.size()];
    for (int part : parts) {
      sizes[part]++;
    }
    return Arrays.stream(sizes).min().orElse(0);
  }

  private List<List<Sentence>> collect(List<Sentence> sentences, int[] parts, int[] documents) {
    List<List<Sentence>> collected = new ArrayList<>();
    for (int part = 0; part < ratios.size(); part++) {
      List<Sentence> chosen = new ArrayList<>();
      int previous = -1;
      for (int i = 0; i < parts.length; i++) {
        if (parts[i] == part) {
          chosen.add(sentences.get(i).withStartsDocument(documents[i] != previous));
          previous = documents[i];
        }
      }
      collected.add(chosen);
    }
    return collected;
  }
}
