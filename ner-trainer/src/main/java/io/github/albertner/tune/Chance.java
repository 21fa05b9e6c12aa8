package io.github.albertner.tune;

import java.nio.ByteBuffer;

/**
 * Random numbers that depend on what they are for and on nothing else: neither on those drawn
 * before nor on the version of Java.
 */
final class Chance {
  private static final double UNIT = 0x1p-53;

  private Chance() {}

  /** Returns a number in [0, 1), all equally likely. */
  static double of(long seed, int trial, String setting) {
    byte[] digest = Sha256.of(seed + " " + trial + " " + setting);
    return (ByteBuffer.wrap(digest).getLong() >>> 11) * UNIT;
  }
}
