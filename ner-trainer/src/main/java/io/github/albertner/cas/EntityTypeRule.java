package io.github.albertner.cas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Annotations of one type, their subtypes included, that are entities.
 *
 * @param type its full name
 * @param label what the entities are called; if none, a feature says it
 * @param feature a feature with a string or another simple value, which is the label; if neither
 *     this nor a label is given, the feature {@code label} or {@code value} if the type has one,
 *     otherwise the label is the type's name without its package
 */
public record EntityTypeRule(String type, Optional<String> label, Optional<String> feature) {

  /**
   * Reads rules.
   *
   * @param text rules separated by commas, each {@code type.Name:label}, {@code type.Name/feature}
   *     or {@code type.Name}; spaces around them do not count
   * @return at least one rule, in order
   * @throws IllegalArgumentException if a rule is none of these, or a type occurs twice
   */
  public static List<EntityTypeRule> parse(String text) {
    List<EntityTypeRule> rules = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      EntityTypeRule rule = parseOne(part.strip(), text);
      if (rules.stream().anyMatch(other -> other.type.equals(rule.type))) {
        throw new IllegalArgumentException(
            "entity types '" + text + "' name " + rule.type + " twice; leave one entry");
      }
      rules.add(rule);
    }
    return List.copyOf(rules);
  }

  private static EntityTypeRule parseOne(String part, String text) {
    int colon = part.indexOf(':');
    int slash = part.indexOf('/');
    int mark = colon < 0 ? slash : colon;
    String type = (mark < 0 ? part : part.substring(0, mark)).strip();
    Optional<String> rest =
        mark < 0 ? Optional.empty() : Optional.of(part.substring(mark + 1).strip());
    if (type.isEmpty() || (colon >= 0 && slash >= 0) || rest.filter(String::isEmpty).isPresent()) {
      throw new IllegalArgumentException(
          "expected entity types such as my.Person:person,my.NamedEntity/value found '"
              + part
              + "' in '"
              + text
              + "'");
    }
    return new EntityTypeRule(
        type, colon < 0 ? Optional.empty() : rest, slash < 0 ? Optional.empty() : rest);
  }
}
