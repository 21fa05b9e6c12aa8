package io.github.albertner.corpus;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was read, and what was not.
 *
 * @param files the files, as far as they were opened
 * @param documents documents begun
 * @param sentences sentences read
 * @param words words in them
 * @param entities number of entities by type
 * @param repairedTags illegal tags that were read as conlleval reads them
 * @param firstRepairs what is wrong with the first of them and where, at most {@value
 *     CorpusTally#MESSAGES_KEPT}
 * @param badLines bad lines that were skipped
 * @param skippedSentences sentences left out because of them
 * @param firstBadLines the messages of the first bad lines, at most {@value
 *     CorpusTally#MESSAGES_KEPT}
 * @param changes how many entities were moved or left out, by what was done
 * @param firstChanges what the first of them were, likewise
 */
public record CorpusStatistics(
    List<FileSummary> files,
    long documents,
    long sentences,
    long words,
    SortedMap<String, Long> entities,
    long repairedTags,
    List<String> firstRepairs,
    long badLines,
    long skippedSentences,
    List<String> firstBadLines,
    SortedMap<String, Long> changes,
    List<String> firstChanges) {

  /**
   * How a file was read.
   *
   * @param path the file
   * @param format name of its format
   * @param layout what was found out about it, for people
   */
  public record FileSummary(Path path, String format, String layout) {

    /** Returns one line for a report. */
    @Override
    public String toString() {
      return path + ": " + format + ", " + layout;
    }
  }

  /** Copies lists and map. */
  public CorpusStatistics {
    files = List.copyOf(files);
    entities = Collections.unmodifiableSortedMap(new TreeMap<>(entities));
    firstRepairs = List.copyOf(firstRepairs);
    firstBadLines = List.copyOf(firstBadLines);
    changes = Collections.unmodifiableSortedMap(new TreeMap<>(changes));
    firstChanges = List.copyOf(firstChanges);
  }

  /** Counts sentences that come from no file. */
  public static CorpusStatistics of(List<Sentence> sentences) {
    CorpusTally tally = new CorpusTally();
    sentences.forEach(sentence -> tally.sentence(sentence, List.of()));
    return tally.statistics();
  }

  /**
   * The number of entities of all types.
   *
   * @return their sum
   */
  public long entityCount() {
    return entities.values().stream().mapToLong(Long::longValue).sum();
  }
}
