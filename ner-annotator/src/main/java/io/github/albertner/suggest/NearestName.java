package io.github.albertner.suggest;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what a mistyped name was meant to be. */
public final class NearestName {
  private NearestName() {}

  /**
   * Returns the text {@code (did you mean X?)} after a space, or nothing if no known name is near.
   */
  public static String hint(String name, Collection<String> known) {
    return of(name, known).map(near -> " (did you mean " + near + "?)").orElse("");
  }

  /**
   * Returns the known name with the fewest changed letters, if they are at most half of the shorter
   * name or one name begins with the other. Case does not count, nor does what stands before the
   * last dot if the rest is the same.
   */
  public static Optional<String> of(String name, Collection<String> known) {
    return known.stream()
        .min(
            Comparator.<String>comparingInt(candidate -> distance(name, candidate))
                .thenComparing(Comparator.naturalOrder()))
        .filter(
            near ->
                distance(name, near) <= Math.max(1, Math.min(name.length(), near.length()) / 2)
                    || beginsWith(near, name)
                    || beginsWith(name, near));
  }

  /**
   * Returns the known name that this one is a slip of, for callers who must not refuse a name that
   * only resembles a known one: at most two changed letters, and at most a quarter of the shorter
   * name. Case does not count.
   */
  public static Optional<String> slipOf(String name, Collection<String> known) {
    return of(name, known)
        .filter(
            near ->
                distance(name, near) <= Math.min(2, Math.min(name.length(), near.length()) / 4));
  }

  private static boolean beginsWith(String name, String start) {
    return start.length() > 1 && name.regionMatches(true, 0, start, 0, start.length());
  }

  /** Changed letters; 0 for names that differ in case, or before their last dot, only. */
  private static int distance(String left, String right) {
    return lastPart(left).equals(lastPart(right))
        ? 0
        : edits(left.toLowerCase(Locale.ROOT), right.toLowerCase(Locale.ROOT));
  }

  private static String lastPart(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /** Levenshtein's distance, by rows. */
  private static int edits(String left, String right) {
    int[] row = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int substituted = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, Math.min(row[j - 1], row[j]) + 1);
      }
    }
    return row[right.length()];
  }
}
