package io.github.albertner.shard;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** A digest of all that the pieces of a text depend on. */
final class TextKey {
  /** To be raised when the same text would give other pieces, or other blocks held out. */
  private static final String RULES = "3";

  private TextKey() {}

  static String of(
      List<Path> files,
      Optional<Charset> encoding,
      String language,
      String tokenizerJson,
      double share)
      throws IOException {
    MessageDigest digest = sha256();
    add(digest, RULES);
    add(digest, tokenizerJson);
    add(digest, encoding.map(Charset::name).orElse(""));
    add(digest, language);
    add(digest, Double.toString(share));
    for (Path file : files) {
      add(digest, Long.toString(Files.size(file)));
      try (InputStream in = Files.newInputStream(file);
          DigestInputStream digesting = new DigestInputStream(in, digest)) {
        digesting.transferTo(OutputStream.nullOutputStream());
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
