package io.github.albertner.uima;

import io.github.albertner.suggest.NearestName;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The values that an engine or a resource was given.
 *
 * <p>Not read by uimaFIT's initializer, so that applications without uimaFIT can run the engine.
 */
final class Parameters {
  private static final Logger LOG = LoggerFactory.getLogger(Parameters.class);

  private final Function<String, Object> values;

  /**
   * Parameters.
   *
   * @param values returns null for one that was not given
   */
  Parameters(Function<String, Object> values) {
    this.values = values;
  }

  /**
   * Looks for misspelt names. UIMA refuses what a descriptor sets without declaring it; uimaFIT
   * declares whatever it is given. Only slips are refused: cTAKES gives what a piper file sets to
   * every engine of the pipeline.
   *
   * @throws IllegalArgumentException if a given name is a slip of a known one
   */
  static void refuseMisspelt(Collection<String> given, List<String> known) {
    for (String name : given) {
      if (known.contains(name)) {
        continue;
      }
      Optional<String> nearest = NearestName.slipOf(name, known);
      if (nearest.isPresent()) {
        throw new IllegalArgumentException(
            "there is no parameter %s (did you mean %s?); there are %s"
                .formatted(name, nearest.get(), known));
      }
      LOG.warn("Parameter {} is not one of the tagger's and is ignored; there are {}", name, known);
    }
  }

  /** Returns the value without white space around it; it may be empty. */
  Optional<String> text(String name) {
    return Optional.ofNullable(values.apply(name)).map(value -> value.toString().strip());
  }

  /** Returns the elements of an array, each of which may be several with commas between. */
  List<String> list(String name) {
    Object value = values.apply(name);
    if (value == null) {
      return List.of();
    }
    String[] elements = value instanceof String[] array ? array : new String[] {value.toString()};
    return Arrays.stream(elements)
        .flatMap(element -> Arrays.stream(element.split(",", -1)))
        .map(String::strip)
        .filter(element -> !element.isEmpty())
        .toList();
  }

  /**
   * Returns the elements of {@link #list} as pairs, in the order of their keys.
   *
   * @param form of an element, for the message
   * @throws IllegalArgumentException if an element has no colon or nothing on one side of it, or a
   *     key comes twice
   */
  Map<String, String> pairs(String name, String form) {
    Map<String, String> pairs = new TreeMap<>();
    for (String element : list(name)) {
      int colon = element.lastIndexOf(':');
      if (colon <= 0 || colon == element.length() - 1) {
        throw new IllegalArgumentException(
            "parameter %s: expected %s, found '%s'".formatted(name, form, element));
      }
      String key = element.substring(0, colon).strip();
      if (pairs.put(key, element.substring(colon + 1).strip()) != null) {
        throw new IllegalArgumentException(
            "parameter %s: expected each label once, found %s twice".formatted(name, key));
      }
    }
    return pairs;
  }

  /**
   * Returns what a value stands for, in upper or lower case; the default where none was given.
   *
   * @throws IllegalArgumentException if the value is none of the choices
   */
  <T> T choice(String name, Map<String, T> choices, T fallback) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return fallback;
    }
    T found = choices.get(text.get().toLowerCase(Locale.ROOT));
    if (found == null) {
      Collection<String> known = choices.keySet().stream().sorted().toList();
      throw new IllegalArgumentException(
          "parameter %s: expected one of %s, found '%s'%s"
              .formatted(name, known, text.get(), NearestName.hint(text.get(), known)));
    }
    return found;
  }
}
