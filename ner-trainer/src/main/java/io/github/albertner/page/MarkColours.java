package io.github.albertner.page;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;

/**
 * The colours of {@code mark} elements. A type has the same colour on every page: persons are blue,
 * whatever else is on it.
 */
public final class MarkColours {
  private static final Map<String, Integer> COMMON =
      Map.ofEntries(
          Map.entry("person", 0),
          Map.entry("per", 0),
          Map.entry("organization", 1),
          Map.entry("organisation", 1),
          Map.entry("org", 1),
          Map.entry("location", 2),
          Map.entry("loc", 2),
          Map.entry("gpe", 2),
          Map.entry("miscellaneous", 3),
          Map.entry("misc", 3));

  /** Classes c0 to c11 of the style sheet; the first are those of common types. */
  private static final int COLOURS = 12;

  private static final int KEPT = 4;

  private MarkColours() {}

  /**
   * The classes of a type's marks.
   *
   * @param type any
   * @param types those of the page in a fixed order, this one among them; where one before it has
   *     the same colour, the mark has another edge
   * @return value of the attribute {@code class}
   */
  public static String classes(String type, Collection<String> types) {
    int colour = colour(type);
    for (String other : types) {
      if (other.equals(type)) {
        break;
      }
      if (colour(other) == colour) {
        return "c" + colour + " again";
      }
    }
    return "c" + colour;
  }

  private static int colour(String type) {
    String name = type.toLowerCase(Locale.ROOT);
    Integer common = COMMON.get(name);
    return common != null ? common : KEPT + Math.floorMod(name.hashCode(), COLOURS - KEPT);
  }
}
