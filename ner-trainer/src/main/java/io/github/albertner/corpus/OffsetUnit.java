package io.github.albertner.corpus;

import java.util.Locale;

/** What the offsets of annotations in a text count. */
public enum OffsetUnit {
  /** Unicode code points, as Python counts. */
  CODE_POINTS,
  /** UTF-16 units, as Java and JavaScript count: two for most emoji. */
  UTF16;

  /** Returns the name as users write it, in small letters. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
