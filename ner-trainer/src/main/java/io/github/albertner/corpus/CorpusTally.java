package io.github.albertner.corpus;

import io.github.albertner.label.EntitySpan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Counts up {@link CorpusStatistics}. */
final class CorpusTally {

  /** Messages of bad lines kept; the number of bad lines is always right. */
  static final int MESSAGES_KEPT = 20;

  private final List<CorpusStatistics.FileSummary> files = new ArrayList<>();
  private final TreeMap<String, Long> entities = new TreeMap<>();
  private final List<String> firstRepairs = new ArrayList<>();
  private final List<String> firstBadLines = new ArrayList<>();
  private final TreeMap<String, Long> changes = new TreeMap<>();
  private final List<String> firstChanges = new ArrayList<>();
  private long documents;
  private long sentences;
  private long words;
  private long repairedTags;
  private long badLines;
  private long skippedSentences;

  void file(Path path, String format, String layout) {
    files.add(new CorpusStatistics.FileSummary(path, format, layout));
  }

  void sentence(Sentence sentence, List<String> repairs) {
    sentences++;
    documents += sentence.startsDocument() ? 1 : 0;
    words += sentence.words().size();
    repairedTags += repairs.size();
    keep(firstRepairs, repairs);
    for (EntitySpan entity : sentence.entities()) {
      entities.merge(entity.type(), 1L, Long::sum);
    }
  }

  void skipped(List<CorpusFormatException> problems) {
    skippedSentences++;
    badLines += problems.size();
    keep(firstBadLines, problems.stream().map(CorpusFormatException::getMessage).toList());
  }

  void changed(List<EntityChange> changed) {
    for (EntityChange change : changed) {
      changes.merge(change.what(), 1L, Long::sum);
    }
    keep(firstChanges, changed.stream().map(EntityChange::message).toList());
  }

  private static void keep(List<String> first, List<String> messages) {
    messages.stream().limit(MESSAGES_KEPT - first.size()).forEach(first::add);
  }

  CorpusStatistics statistics() {
    return new CorpusStatistics(
        files,
        documents,
        sentences,
        words,
        entities,
        repairedTags,
        firstRepairs,
        badLines,
        skippedSentences,
        firstBadLines,
        changes,
        firstChanges);
  }
}
