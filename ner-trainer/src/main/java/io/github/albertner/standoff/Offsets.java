package io.github.albertner.standoff;

import io.github.albertner.corpus.OffsetUnit;
import java.util.Arrays;

/** Offsets in a text, as tools count them, in UTF-16 units, as Java counts. */
final class Offsets {

  private final String text;
  private final OffsetUnit unit;

  /** Index of the first unit of each code point, and the text's length; null if all are single. */
  private final int[] starts;

  Offsets(String text, OffsetUnit unit) {
    this.text = text;
    this.unit = unit;
    int count = text.codePointCount(0, text.length());
    if (unit == OffsetUnit.UTF16 || count == text.length()) {
      starts = null;
    } else {
      starts = new int[count + 1];
      int at = 0;
      for (int i = 0; i < count; i++) {
        starts[i] = at;
        at += Character.charCount(text.codePointAt(at));
      }
      starts[count] = at;
    }
  }

  /** The offset in UTF-16 units; one outside the text stays outside. */
  int toUnits(long offset) {
    int length = starts == null ? text.length() : starts.length - 1;
    if (offset < 0) {
      return -1;
    }
    if (offset > length) {
      return text.length() + (int) Math.min(offset - length, 1 << 20);
    }
    return starts == null ? (int) offset : starts[(int) offset];
  }

  /** Whether an offset, in UTF-16 units, is between the two units of one character. */
  boolean splitsCharacter(int index) {
    return index > 0
        && index < text.length()
        && Character.isLowSurrogate(text.charAt(index))
        && Character.isHighSurrogate(text.charAt(index - 1));
  }

  /** The other way: an offset in UTF-16 units, between characters, as this unit counts. */
  int fromUnits(int index) {
    return starts == null ? index : Arrays.binarySearch(starts, index);
  }

  /** What offsets count. */
  OffsetUnit unit() {
    return unit;
  }
}
