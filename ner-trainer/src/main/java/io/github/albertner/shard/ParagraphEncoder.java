package io.github.albertner.shard;

import io.github.albertner.plaintext.Paragraph;
import io.github.albertner.text.Splitter;
import io.github.albertner.tokenize.Encoding;
import io.github.albertner.tokenize.SubwordTokenizer;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Paragraphs to {@link StoredPiece}s: sentences, words, and each word's pieces by the tagger's own
 * tokenizer, so that a network learns from what a tagger will see. Thread-safe.
 */
final class ParagraphEncoder {
  private final SubwordTokenizer tokenizer;
  private final Splitter splitter;

  ParagraphEncoder(SubwordTokenizer tokenizer, Splitter splitter) {
    this.tokenizer = tokenizer;
    this.splitter = splitter;
  }

  /** What some paragraphs became. */
  static final class Encoded {
    private final int[] stored;
    private final long sentences;
    private final long words;
    private final long unknown;

    private Encoded(int[] stored, long sentences, long words, long unknown) {
      this.stored = stored;
      this.sentences = sentences;
      this.words = words;
      this.unknown = unknown;
    }

    /** Their pieces; not a copy. */
    int[] stored() {
      return stored;
    }

    /** How many sentences. */
    long sentences() {
      return sentences;
    }

    /** How many words. */
    long words() {
      return words;
    }

    /** How many pieces of characters that the vocabulary does not have. */
    long unknown() {
      return unknown;
    }
  }

  Encoded encode(List<Paragraph> paragraphs) {
    IntStream.Builder stored = IntStream.builder();
    long sentences = 0;
    long words = 0;
    long unknown = 0;
    for (Paragraph paragraph : paragraphs) {
      if (paragraph.beginsDocument()) { // ends the one before
        stored.add(StoredPiece.of(tokenizer.separatorId(), true, false));
      }
      for (List<String> sentence : splitter.words(paragraph.text())) {
        Encoding encoding = tokenizer.encode(sentence);
        for (int piece = 0; piece < encoding.pieces(); piece++) {
          int id = encoding.pieceId(piece);
          boolean begins = encoding.firstPiece(encoding.wordOf(piece)) == piece;
          stored.add(StoredPiece.of(id, begins, piece == 0));
          unknown += id == tokenizer.unknownId() ? 1 : 0;
        }
        sentences++;
        words += sentence.size();
      }
    }
    return new Encoded(stored.build().toArray(), sentences, words, unknown);
  }
}
