package io.github.albertner.standoff;

import io.github.albertner.corpus.CorpusFormatException;
import io.github.albertner.corpus.CorpusOptions;
import io.github.albertner.corpus.EntityChange;
import io.github.albertner.corpus.Misaligned;
import io.github.albertner.corpus.SentenceSource;
import io.github.albertner.corpus.TokenChoice;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The sentences of a file of texts, one text after the other. */
final class TextSource implements SentenceSource {

  /** The texts of a file. */
  interface Documents extends Closeable {

    /** The next text, or null after the last. */
    TextDocument next() throws IOException;
  }

  private final String format;
  private final String layout;
  private final Documents documents;
  private final TextSegmenter segmenter;
  private final Optional<TokenChoice> tokens;
  private final Optional<Misaligned> misaligned;
  private final boolean skipBadLines;
  private final Deque<Candidate> candidates = new ArrayDeque<>();

  /**
   * Reads texts.
   *
   * @param layout for people
   * @param documents closed with this source
   */
  TextSource(String format, String layout, Documents documents, CorpusOptions options)
      throws IOException {
    this.format = format;
    this.layout = layout + (options.tokenized() ? ", a sentence a line where none are given" : "");
    this.documents = documents;
    segmenter = new TextSegmenter(options.tokenized(), options.language());
    tokens = options.tokens();
    misaligned = options.misaligned();
    skipBadLines = options.skipBadLines();
  }

  @Override
  public String format() {
    return format;
  }

  @Override
  public String layout() {
    return layout;
  }

  @Override
  public Optional<Candidate> next() throws IOException {
    while (candidates.isEmpty()) {
      TextDocument document = documents.next();
      if (document == null) {
        return Optional.empty();
      }
      candidates.addAll(candidates(document));
    }
    return Optional.of(candidates.remove());
  }

  private List<Candidate> candidates(TextDocument document) throws IOException {
    if (!document.problems().isEmpty() || document.text().isBlank()) {
      return AlignedText.bad(document.startsDocument(), document.problems(), document.changes());
    }
    String text = document.text();
    FittedText fitted =
        FittedText.of(
            segmenter,
            tokens,
            misaligned,
            document.place(),
            text,
            document.sentences(),
            document.tokens(),
            document.entities());
    List<EntityChange> changes = new ArrayList<>(document.changes());
    changes.addAll(fitted.changes());
    EntityAligner aligner =
        new EntityAligner(
            document.file(),
            document.line(),
            text,
            fitted.sentences(),
            misaligned.orElse(Misaligned.OUTERMOST));
    try {
      aligner.place(fitted.entities(), skipBadLines);
    } catch (CorpusFormatException e) {
      return AlignedText.bad(document.startsDocument(), List.of(e), changes);
    }
    return AlignedText.candidates(
        text,
        document.startsDocument() ? "" : "\n",
        aligner,
        fitted.origins(),
        changes,
        document.startsDocument());
  }

  @Override
  public void close() throws IOException {
    documents.close();
  }
}
