package io.github.albertner.modelpackage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32;

/** Counts and sums up what is written to it, and keeps nothing. */
final class MeasuringChannel implements WritableByteChannel {
  private final CRC32 crc = new CRC32();
  private final MessageDigest digest = sha256();
  private long bytes;

  /** Length and sums of some content; sha256 in lower-case hexadecimal. */
  record Measure(long bytes, long crc32, String sha256) {}

  static Measure measure(ContentWriter content) throws IOException {
    try (MeasuringChannel channel = new MeasuringChannel()) {
      content.writeTo(channel);
      return new Measure(channel.bytes, channel.crc.getValue(), hex(channel.digest));
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public int write(ByteBuffer source) {
    int count = source.remaining();
    crc.update(source.duplicate());
    digest.update(source);
    bytes += count;
    return count;
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void close() {}
}
