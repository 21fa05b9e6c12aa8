package io.github.albertner.corpus;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The sentences of a name sample file. */
final class NameSampleSource implements SentenceSource {

  private final CorpusFile file;
  private final boolean typed;
  private final LineReader lines;
  private boolean startsDocument = true;

  /** Opens the file, having looked through it for entity types. */
  NameSampleSource(CorpusFile file) throws IOException {
    this.file = file;
    this.typed = isTyped(file);
    this.lines = file.lines();
  }

  private static boolean isTyped(CorpusFile file) throws IOException {
    try (LineReader lines = file.lines()) {
      LineReader.Line line;
      while ((line = lines.read()) != null) {
        if (NameSampleLine.hasType(line.text())) {
          return true;
        }
      }
      return false;
    }
  }

  @Override
  public String format() {
    return NameSampleFormat.NAME;
  }

  @Override
  public String layout() {
    return typed ? "typed entities" : "untyped entities";
  }

  @Override
  public Optional<Candidate> next() throws IOException {
    LineReader.Line line;
    while ((line = lines.read()) != null) {
      boolean starts = startsDocument;
      startsDocument = false;
      if (!line.decodable()) {
        return Optional.of(Candidate.bad(starts, List.of(file.undecodable(line))));
      }
      try {
        NameSampleLine sample = NameSampleLine.parse(line.text(), typed);
        if (!sample.words().isEmpty()) {
          Sentence sentence = new Sentence(sample.words(), sample.entities(), starts);
          return Optional.of(Candidate.good(sentence, List.of()));
        }
        startsDocument = true;
      } catch (NameSampleLine.BadMarkup e) {
        return Optional.of(
            Candidate.bad(starts, List.of(file.bad(line.number(), e.found, e.expected))));
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
