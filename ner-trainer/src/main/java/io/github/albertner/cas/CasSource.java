package io.github.albertner.cas;

import io.github.albertner.corpus.CorpusFormatException;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.corpus.SentenceSource;
import io.github.albertner.document.CharRange;
import io.github.albertner.label.EntitySpan;
import java.util.ArrayList;
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
            document.file(), document.text(), document.sentences(), options.misaligned());
    aligner.place(document.entities(), options.skipBadSentences());
    List<Candidate> candidates = new ArrayList<>();
    candidates.add(new Candidate(Optional.empty(), true, 0, List.of(), aligner.elsewhere()));
    for (EntityAligner.Placed placed : aligner.sentences()) {
      candidates.add(candidate(document.text(), placed));
    }
    return new CasSource(document, candidates);
  }

  /** A document whose sentences are known. */
  static SentenceSource of(CasDocument document, List<Candidate> candidates) {
    return new CasSource(document, candidates);
  }

  private static Candidate candidate(String text, EntityAligner.Placed placed) {
    return new Candidate(
        placed.problems().isEmpty() && !placed.sentence().tokens().isEmpty()
            ? Optional.of(sentence(text, placed.sentence().tokens(), placed.entities()))
            : Optional.empty(),
        false,
        0,
        placed.problems(),
        placed.changes());
  }

  /** Words and spans of entities, in order, whose borders are those of tokens. */
  static Sentence sentence(String text, List<CharRange> tokens, List<CasEntity> entities) {
    List<EntitySpan> spans = new ArrayList<>();
    int first = 0;
    for (CasEntity entity : entities) {
      while (tokens.get(first).begin() < entity.begin()) {
        first++;
      }
      int last = first;
      while (tokens.get(last).end() < entity.end()) {
        last++;
      }
      spans.add(new EntitySpan(first, last + 1, entity.label().strip()));
    }
    return new Sentence(tokens.stream().map(token -> token.of(text)).toList(), spans, false);
  }

  @Override
  public String format() {
    return document.format();
  }

  @Override
  public String layout() {
    return document.origin();
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
