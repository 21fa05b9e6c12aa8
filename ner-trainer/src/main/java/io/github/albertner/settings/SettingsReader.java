package io.github.albertner.settings;

import io.github.albertner.suggest.NearestName;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Reads typed settings out of a map of text, and refuses what is missing, malformed or unknown. */
public final class SettingsReader {
  private final Map<String, String> values;
  private final Set<String> read = new TreeSet<>();

  public SettingsReader(Map<String, String> values) {
    this.values = new TreeMap<>(values);
  }

  public int integer(String name) {
    return parse(name, "a whole number", Integer::valueOf);
  }

  public long whole(String name) {
    return parse(name, "a whole number", Long::valueOf);
  }

  public double decimal(String name) {
    return parse(name, "a number", Double::valueOf);
  }

  /** A number, or empty for the given word. */
  public OptionalDouble decimalUnless(String name, String word) {
    return parse(
        name,
        "a number or " + word,
        text ->
            text.equals(word)
                ? OptionalDouble.empty()
                : OptionalDouble.of(Double.parseDouble(text)));
  }

  public <E extends Enum<E>> E choice(String name, Class<E> type) {
    return choice(name, EnumSet.allOf(type));
  }

  /** As above, of some of an enum's constants. */
  public <E extends Enum<E>> E choice(String name, Set<E> constants) {
    Map<String, E> choices = new LinkedHashMap<>();
    constants.forEach(constant -> choices.put(Texts.name(constant), constant));
    return parse(
        name,
        "one of " + String.join(", ", choices.keySet()),
        text ->
            Optional.ofNullable(choices.get(text.toLowerCase(Locale.ROOT)))
                .orElseThrow(() -> new IllegalArgumentException("no " + text)));
  }

  /** Throws if the map holds a name that nobody read. */
  public void refuseUnread() {
    for (String name : values.keySet()) {
      if (!read.contains(name)) {
        throw new IllegalArgumentException(
            "unknown setting \"%s\"%s; the settings are %s"
                .formatted(name, NearestName.hint(name, read), String.join(", ", read)));
      }
    }
  }

  /**
   * A value of a kind of its own.
   *
   * @param parser throws IllegalArgumentException for what is not of that kind
   */
  public <T> T parse(String name, String expected, Function<String, T> parser) {
    read.add(name);
    String text = values.get(name);
    if (text == null) {
      throw new IllegalArgumentException("setting " + name + " is missing; expected " + expected);
    }
    try {
      return parser.apply(text.strip());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s is \"%s\"; expected %s".formatted(name, text, expected), e);
    }
  }
}
