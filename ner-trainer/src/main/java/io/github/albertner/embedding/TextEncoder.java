package io.github.albertner.embedding;

import io.github.albertner.plaintext.Paragraph;
import io.github.albertner.plaintext.TextReader;
import io.github.albertner.text.Splitter;
import io.github.albertner.tokenize.Encoding;
import io.github.albertner.tokenize.SubwordTokenizer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Encodes plain text into a file of pieces, sentence by sentence. */
final class TextEncoder {

  private static final int PARAGRAPHS_AT_ONCE = 512;

  private final SubwordTokenizer tokenizer;
  private final Splitter splitter;
  private final Workers workers;
  private final int count;
  private long pieces;
  private long sentences;

  /**
   * @param splitter for the language of the text
   * @param count of the workers
   */
  TextEncoder(SubwordTokenizer tokenizer, Splitter splitter, Workers workers, int count) {
    this.tokenizer = tokenizer;
    this.splitter = splitter;
    this.workers = workers;
    this.count = count;
  }

  /** Encodes all of a text, which is closed in the end. */
  void encode(TextReader text, PieceFile target, Progress progress) throws IOException {
    try (text;
        PieceFile.Writer out = target.writer()) {
      boolean more = true;
      while (more) {
        List<List<String>> shares = new ArrayList<>();
        IntStream.range(0, count).forEach(share -> shares.add(new ArrayList<>()));
        for (int i = 0; more && i < PARAGRAPHS_AT_ONCE * shares.size(); i++) {
          Paragraph next = text.read();
          more = next != null;
          if (more) {
            shares.get(i / PARAGRAPHS_AT_ONCE).add(next.text());
          }
        }
        encode(shares, out);
        progress.advanced("encode", text.bytesRead(), text.totalBytes());
      }
    }
  }

  private void encode(List<List<String>> shares, PieceFile.Writer out) throws IOException {
    List<List<int[]>> encoded = new ArrayList<>();
    shares.forEach(share -> encoded.add(new ArrayList<>()));
    workers.run(
        IntStream.range(0, shares.size()).boxed().toList(),
        share -> {
          for (String paragraph : shares.get(share)) {
            for (List<String> sentence : splitter.words(paragraph)) {
              encoded.get(share).add(ids(tokenizer.encode(sentence)));
            }
          }
        },
        done -> {});
    for (List<int[]> share : encoded) {
      for (int[] sentence : share) {
        out.write(sentence);
        sentences++;
        pieces += sentence.length;
      }
    }
  }

  private static int[] ids(Encoding encoding) {
    int[] ids = new int[encoding.pieces()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = encoding.pieceId(i);
    }
    return ids;
  }

  /** Pieces written. */
  long pieces() {
    return pieces;
  }

  /** Sentences written. */
  long sentences() {
    return sentences;
  }
}
