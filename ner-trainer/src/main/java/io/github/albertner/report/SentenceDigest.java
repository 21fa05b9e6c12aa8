package io.github.albertner.report;

import io.github.albertner.corpus.Sentence;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tells corpora apart by the words, entities and document starts of their sentences, and where the
 * words are pieces of own tokens, by these.
 */
public final class SentenceDigest {
  private SentenceDigest() {}

  /** Returns a SHA-256 in lower-case hexadecimal. */
  public static String of(List<Sentence> sentences) {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
    for (Sentence sentence : sentences) {
      String entities =
          sentence.entities().stream()
              .map(e -> e.begin() + " " + e.end() + " " + e.type())
              .collect(Collectors.joining("\t"));
      String words = String.join("\t", sentence.words());
      String line = words + "\n" + entities + "\n" + sentence.startsDocument() + "\n";
      if (sentence.origin().isOwn()) {
        line += sentence.origin().tokens() + "\n";
      }
      digest.update(line.getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
