package io.github.albertner.corpus;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads the sentences of one or more files, one at a time. Made by {@link Corpora#open}. Each file
 * is looked through for its format and layout when its turn comes. Not for use by several threads.
 */
public final class CorpusReader implements Closeable {

  private final Deque<CorpusInput> files;
  private final Path first;
  private final boolean skipBadLines;
  private final CorpusTally tally = new CorpusTally();
  private SentenceSource source;
  private boolean startsDocument;
  private Path current;
  private Optional<Spacing> spacing = Optional.empty();

  /** Takes files that exist; at least one. */
  CorpusReader(List<? extends CorpusInput> files, boolean skipBadLines) {
    this.files = new ArrayDeque<>(files);
    this.first = files.get(0).path();
    this.skipBadLines = skipBadLines;
  }

  /**
   * Reads the next sentence. The first of each file starts a document. A document whose first
   * sentence is skipped starts with the next.
   *
   * @return the sentence, or empty after the last
   * @throws CorpusFormatException at the first bad line, unless they are skipped; if a file's
   *     format or layout cannot be found out; or at the end, if there was no sentence at all
   * @throws IOException if a file cannot be read
   */
  public Optional<Sentence> read() throws IOException {
    while (source != null || !files.isEmpty()) {
      if (source == null) {
        open(files.remove());
      }
      Optional<SentenceSource.Candidate> candidate = source.next();
      if (candidate.isEmpty()) {
        close();
        continue;
      }
      startsDocument |= candidate.get().startsDocument();
      tally.changed(candidate.get().changes());
      if (candidate.get().sentence().isPresent()) {
        Sentence sentence = candidate.get().sentence().get().withStartsDocument(startsDocument);
        startsDocument = false;
        spacing = candidate.get().spacing();
        tally.sentence(sentence, candidate.get().repairs());
        return Optional.of(sentence);
      }
      if (!candidate.get().badLines().isEmpty()) {
        if (!skipBadLines) {
          throw candidate.get().badLines().get(0).asSkippable();
        }
        tally.skipped(candidate.get().badLines());
      }
    }
    return end();
  }

  private Optional<Sentence> end() throws CorpusFormatException {
    CorpusStatistics statistics = tally.statistics();
    if (statistics.sentences() > 0) {
      return Optional.empty();
    }
    int others = statistics.files().size() - 1;
    throw new CorpusFormatException(
        first,
        0,
        (statistics.badLines() == 0 ? "none" : statistics.badLines() + " bad lines only")
            + (others > 0 ? " here and in " + others + " more files" : "")
            + (statistics.firstBadLines().isEmpty()
                ? ""
                : ", of which the first is " + statistics.firstBadLines().get(0))
            + leftOut(statistics.changes()),
        "at least one sentence");
  }

  /** Says what there was instead of sentences, as far as that is known. */
  private static String leftOut(Map<String, Long> changes) {
    return changes.isEmpty()
        ? ""
        : changes.entrySet().stream()
            .map(change -> change.getValue() + " " + change.getKey())
            .collect(Collectors.joining("; ", " (", ")"));
  }

  private void open(CorpusInput file) throws IOException {
    current = file.path();
    source = file.open();
    tally.file(file.path(), source.format(), source.layout());
  }

  /**
   * The text around the words of the sentence that {@link #read} gave last.
   *
   * @return empty if it is not known, as in formats that have words only
   */
  public Optional<Spacing> spacing() {
    return spacing;
  }

  /**
   * The file of the sentence that {@link #read} gave last.
   *
   * @return its path; null before the first
   */
  public Path file() {
    return current;
  }

  /** Reads all that is left. */
  List<Sentence> readAll() throws IOException {
    List<Sentence> sentences = new ArrayList<>();
    for (Optional<Sentence> next = read(); next.isPresent(); next = read()) {
      sentences.add(next.get());
    }
    return sentences;
  }

  /**
   * What was read so far.
   *
   * @return counts up to the last sentence given out
   */
  public CorpusStatistics statistics() {
    return tally.statistics();
  }

  /** Closes the file that is open. */
  @Override
  public void close() throws IOException {
    if (source != null) {
      source.close();
      source = null;
    }
  }
}
