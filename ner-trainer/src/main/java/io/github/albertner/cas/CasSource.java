package io.github.albertner.cas;

import io.github.albertner.corpus.CorpusFormatException;
import io.github.albertner.corpus.SentenceSource;
import io.github.albertner.standoff.AlignedText;
import io.github.albertner.standoff.EntityAligner;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The sentences of one CAS. */
final class CasSource implements SentenceSource {

  private final CasDocument document;
  private final Iterator<Candidate> candidates;

  private CasSource(CasDocument document, List<Candidate> candidates) {
    this.document = document;
    this.candidates = candidates.iterator();
  }

  /**
   * Aligns a document's entities with its tokens.
   *
   * @throws CorpusFormatException for an entity in no sentence, unless options allow it
   */
  static SentenceSource of(CasDocument document, CasOptions options) throws CorpusFormatException {
    EntityAligner aligner =
        new EntityAligner(
            document.file(), 0, document.text(), document.sentences(), options.rule());
    aligner.place(document.entities(), options.skipBadSentences());
    return new CasSource(
        document,
        AlignedText.candidates(
            document.text(),
            aligner,
            document.fitted().origins(),
            document.fitted().changes(),
            true));
  }

  /** A document whose sentences are known. */
  static SentenceSource of(CasDocument document, List<Candidate> candidates) {
    return new CasSource(document, candidates);
  }

  @Override
  public String format() {
    return document.format();
  }

  @Override
  public String layout() {
    return document.fitted().layout();
  }

  @Override
  public Optional<Candidate> next() {
    return candidates.hasNext() ? Optional.of(candidates.next()) : Optional.empty();
  }

  @Override
  public void close() {
    // The file was closed when it had been read.
  }
}
