package io.github.albertner.tokenize;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * SentencePiece's precompiled character map: replaces, at each character, the longest listed
 * character sequence that begins there.
 *
 * <p>The format (sentencepiece, src/normalizer.cc): the byte length of a double-array trie as a
 * little-endian 32-bit number; the trie, 32-bit units as Darts-clone writes them; then the
 * replacements as NUL-terminated UTF-8 strings. The value of a key is the offset of its
 * replacement.
 */
final class CharacterMap {

  private static final int HAS_LEAF = 1 << 8;
  private static final int WIDE_OFFSET = 1 << 9;
  private static final int LABEL_MASK = 1 << 31 | 0xFF;
  private static final int VALUE_MASK = Integer.MAX_VALUE;

  /** Unicode's longest compatibility decomposition has 18 characters. */
  private static final int MAX_REPLACEMENT_BYTES = 256;

  private final int[] units;
  private final byte[] replacements;

  /**
   * @param blob the file's {@code precompiled_charsmap}
   * @throws InvalidVocabularyException if the blob is not one trie and its replacements
   */
  CharacterMap(byte[] blob) throws InvalidVocabularyException {
    ByteBuffer in = ByteBuffer.wrap(blob).order(ByteOrder.LITTLE_ENDIAN);
    int trieBytes = in.remaining() < Integer.BYTES ? -1 : in.getInt();
    if (trieBytes < Integer.BYTES || trieBytes % Integer.BYTES != 0 || trieBytes > in.remaining()) {
      throw new InvalidVocabularyException(
          "The precompiled character map is damaged: it has %s bytes and declares a trie of %s."
              .formatted(blob.length, trieBytes));
    }
    units = new int[trieBytes / Integer.BYTES];
    in.asIntBuffer().get(units);
    in.position(in.position() + trieBytes);
    replacements = new byte[in.remaining()];
    in.get(replacements);
    int begin = 0;
    for (int at = 0; at < replacements.length; at++) {
      if (replacements[at] == 0) {
        begin = at + 1;
      } else if (at - begin >= MAX_REPLACEMENT_BYTES) {
        throw new InvalidVocabularyException(
            "The precompiled character map is damaged: a replacement is longer than %s bytes."
                .formatted(MAX_REPLACEMENT_BYTES));
      }
    }
  }

  /** The text with every longest match replaced; what matches nothing stays as it is. */
  String apply(String text) {
    byte[] in = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(in.length + 16);
    int at = 0;
    while (at < in.length) {
      at += replaceOne(in, at, out);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  /**
   * Writes the replacement of the longest key at this place, else its character; returns bytes
   * read.
   */
  private int replaceOne(byte[] in, int begin, ByteArrayOutputStream out) {
    int node = offset(units[0]);
    int longest = 0;
    int replacement = 0;
    for (int i = begin; i < in.length; i++) {
      int label = in[i] & 0xFF;
      node ^= label;
      if (node >= units.length || (units[node] & LABEL_MASK) != label) {
        break;
      }
      int unit = units[node];
      node ^= offset(unit);
      if (node >= units.length) {
        break;
      }
      if ((unit & HAS_LEAF) != 0) {
        longest = i + 1 - begin;
        replacement = units[node] & VALUE_MASK;
      }
    }
    if (longest == 0) {
      int length = Math.min(characterBytes(in[begin]), in.length - begin);
      out.write(in, begin, length);
      return length;
    }
    int end = replacement;
    while (end < replacements.length && replacements[end] != 0) {
      end++;
    }
    if (end > replacement) {
      out.write(replacements, replacement, end - replacement);
    }
    return longest;
  }

  private static int offset(int unit) {
    return unit >>> 10 << ((unit & WIDE_OFFSET) >>> 6);
  }

  /** Length of the UTF-8 character that begins with this byte. */
  private static int characterBytes(byte first) {
    int lead = first & 0xFF;
    return lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  }
}
