package io.github.albertner.corpus;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Entity types that two corpora, or a corpus and a model, call by different names. */
public final class TypeNames {

  /** Names of one thing in corpora that many use; folded. */
  private static final List<Set<String>> SYNONYMS =
      List.of(
          Set.of("person", "per", "pers", "prs", "human", "name", "personname"),
          Set.of("location", "loc", "place", "gpe", "geo", "lieu", "ort"),
          Set.of("organization", "organisation", "org", "company", "corporation", "institution"),
          Set.of("miscellaneous", "misc", "other", "oth"));

  private static final int SHORTEST_START = 3;

  private TypeNames() {}

  /**
   * The map to copy when types do not match: {@code PER=person,LOC=location,MISC=} for the types
   * PER, LOC and MISC beside person, location and date. A type becomes the one that has its name
   * but for case and punctuation, the one that begins as it does, or one of the same meaning in
   * widely used corpora. What no type is like is left out of the data.
   *
   * @param types those to be renamed
   * @param known those that they should have
   * @return what {@code --map} takes; nothing if all types are known or none is like a known one
   */
  public static Optional<String> mapTo(Collection<String> types, Collection<String> known) {
    Map<String, String> targets = new LinkedHashMap<>();
    for (String type : new TreeSet<>(types)) {
      if (!known.contains(type)) {
        targets.put(type, like(type, known).orElse(""));
      }
    }
    if (targets.values().stream().allMatch(String::isEmpty)) {
      return Optional.empty();
    }
    return Optional.of(
        targets.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining(",")));
  }

  private static Optional<String> like(String type, Collection<String> known) {
    String folded = folded(type);
    List<String> order = List.copyOf(new TreeSet<>(known));
    return order.stream()
        .filter(other -> folded(other).equals(folded))
        .findFirst()
        .or(() -> order.stream().filter(other -> begins(folded, folded(other))).findFirst())
        .or(() -> order.stream().filter(other -> mean(folded, folded(other))).findFirst());
  }

  private static boolean begins(String type, String other) {
    return Math.min(type.length(), other.length()) >= SHORTEST_START
        && (type.startsWith(other) || other.startsWith(type));
  }

  private static boolean mean(String type, String other) {
    return SYNONYMS.stream().anyMatch(names -> names.contains(type) && names.contains(other));
  }

  /**
   * A type's name in small letters without punctuation.
   *
   * @param type as written
   * @return equal for types that differ in case and punctuation only
   */
  public static String folded(String type) {
    String letters = type.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    return letters.isEmpty() ? type : letters;
  }
}
