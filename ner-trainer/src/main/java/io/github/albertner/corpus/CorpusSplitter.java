package io.github.albertner.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Splits a corpus into parts, such as training and development data, by chance but the same for the
 * same seed.
 *
 * <p>Documents stay whole where at least {@value #FEWEST_DOCUMENTS} are known, otherwise sentences
 * are dealt out one by one. Sentences of the same words never come to different parts: where whole
 * documents would have it so, the later parts give theirs to the earliest.
 */
public final class CorpusSplitter {

  /** Share of the sentences that training sets aside to judge epochs by, unless told otherwise. */
  public static final double DEVELOPMENT_SHARE = 0.15;

  /** From this number on, documents are kept whole. */
  static final int FEWEST_DOCUMENTS = 20;

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
   * Parts of a corpus.
   *
   * @param parts one list for each ratio, none empty, each in the corpus' order; a sentence starts
   *     a document if the one before it in its part is from another
   * @param byDocument whether documents were kept whole
   */
  public record Split(List<List<Sentence>> parts, boolean byDocument) {

    /** Copies the lists. */
    public Split {
      parts = parts.stream().map(List::copyOf).toList();
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
    boolean byDocument =
        documents.length > 0 && documents[documents.length - 1] >= FEWEST_DOCUMENTS;
    int[] parts = byDocument ? partsByDocument(sentences, documents) : new int[0];
    if (!byDocument || smallest(parts) == 0) {
      byDocument = false;
      parts = deal(unitsOfSameWords(sentences));
    }
    if (smallest(parts) == 0) {
      throw new IllegalArgumentException(
          "expected at least as many different sentences as parts to split into, found "
              + unitCount(unitsOfSameWords(sentences))
              + " for "
              + ratios.size()
              + " parts; give the data of each part as files of its own");
    }
    return new Split(collect(sentences, parts, documents), byDocument);
  }

  /** Number of each sentence's document, from 1. */
  private static int[] documents(List<Sentence> sentences) {
    int[] documents = new int[sentences.size()];
    int document = 0;
    for (int i = 0; i < sentences.size(); i++) {
      document += i == 0 || sentences.get(i).startsDocument() ? 1 : 0;
      documents[i] = document;
    }
    return documents;
  }

  private int[] partsByDocument(List<Sentence> sentences, int[] documents) {
    int[] parts = deal(documents);
    Map<List<String>, Integer> earliest = new HashMap<>();
    for (int i = 0; i < parts.length; i++) {
      earliest.merge(sentences.get(i).words(), parts[i], Math::min);
    }
    for (int i = 0; i < parts.length; i++) {
      parts[i] = earliest.get(sentences.get(i).words());
    }
    return parts;
  }

  private static int[] unitsOfSameWords(List<Sentence> sentences) {
    Map<List<String>, Integer> units = new HashMap<>();
    return sentences.stream()
        .mapToInt(s -> units.computeIfAbsent(s.words(), words -> units.size()))
        .toArray();
  }

  private static long unitCount(int[] units) {
    return Arrays.stream(units).distinct().count();
  }

  /** Deals units out in random order: each part takes them until it has its share. */
  private int[] deal(int[] units) {
    Map<Integer, Integer> sizes = new LinkedHashMap<>();
    for (int unit : units) {
      sizes.merge(unit, 1, Integer::sum);
    }
    List<Integer> order = new ArrayList<>(sizes.keySet());
    Collections.shuffle(order, new Random(seed));
    double sum = ratios.stream().mapToDouble(Double::doubleValue).sum();
    Map<Integer, Integer> partOfUnit = new HashMap<>();
    double share = ratios.get(0) / sum * units.length;
    int part = 0;
    int dealt = 0;
    for (int i = 0; i < order.size(); i++) {
      int size = sizes.get(order.get(i));
      int left = order.size() - i;
      // A part that has its share to the nearest unit is full, and each later one gets a unit.
      boolean partHasAny = i > 0 && partOfUnit.get(order.get(i - 1)) == part;
      if (part < ratios.size() - 1
          && partHasAny
          && (dealt + size / 2.0 > share || left < ratios.size() - part)) {
        part++;
        share += ratios.get(part) / sum * units.length;
      }
      partOfUnit.put(order.get(i), part);
      dealt += size;
    }
    return Arrays.stream(units).map(partOfUnit::get).toArray();
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
      int previous = 0;
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
