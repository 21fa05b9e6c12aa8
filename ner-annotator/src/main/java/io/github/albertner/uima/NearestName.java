package io.github.albertner.uima;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody probably meant by a name that does not exist. */
final class NearestName {
  private NearestName() {}

  /**
   * Returns the most similar of the known names: one that differs in its package or in case only,
   * else the one with the fewest changed letters, if they are at most a third.
   */
  static Optional<String> of(String name, Collection<String> known) {
    return known.stream()
        .filter(candidate -> distance(name, candidate) * 3 <= name.length())
        .min(
            Comparator.<String>comparingInt(candidate -> distance(name, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Changed letters; 0 for names that differ in package or case only. */
  private static int distance(String one, String other) {
    return shortName(one).equals(shortName(other))
        ? 0
        : edits(one.toLowerCase(Locale.ROOT), other.toLowerCase(Locale.ROOT));
  }

  private static String shortName(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /** Levenshtein's distance, by rows. */
  private static int edits(String one, String other) {
    int[] above = new int[other.length() + 1];
    for (int j = 0; j < above.length; j++) {
      above[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] row = new int[above.length];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    return above[above.length - 1];
  }
}
