package io.github.albertner.cli;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * File names for entity types, whatever these are called: safe on every system, within one folder,
 * and different from each other where case does not count.
 *
 * <p>Letters, digits and {@code . _ + -} stay; the bytes of any other character are written as in a
 * URL, {@code %2F}.
 */
final class TypeFileNames {
  private static final String SUFFIX = ".bin";
  private static final int MAX_BYTES = 255;
  private static final String SAFE = "[\\p{L}\\p{N}._+-]";

  /** Devices on Windows, whatever follows the first dot. */
  private static final Pattern RESERVED =
      Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

  private final String prefix;

  /**
   * Names of a prefix.
   *
   * @throws IllegalArgumentException if the prefix cannot begin a file name
   */
  TypeFileNames(String prefix) {
    if (!prefix.matches("(?:" + SAFE + "| )*")) {
      throw new IllegalArgumentException(
          "--prefix: expected letters, digits and . _ + - to begin file names with, found \""
              + prefix
              + "\"; --output-dir names the folder");
    }
    this.prefix = prefix;
  }

  /**
   * Names a file for each type, in the order of the types.
   *
   * @throws IllegalArgumentException if two types would share a file, or a name is too long
   */
  Map<String, String> of(Collection<String> types) {
    Map<String, String> names = new LinkedHashMap<>();
    Map<String, String> taken = new HashMap<>();
    for (String type : types) {
      String name = name(type);
      String other = taken.put(name.toLowerCase(Locale.ROOT), type);
      if (other != null) {
        throw new IllegalArgumentException(
            "the types \"%s\" and \"%s\" would share the file %s where case does not count; write them apart with --types and --output-dir"
                .formatted(other, type, name));
      }
      if (name.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
        throw new IllegalArgumentException(
            "the type \"%s\" makes a file name of more than %s bytes; leave it out with --types"
                .formatted(type, MAX_BYTES));
      }
      names.put(type, name);
    }
    return names;
  }

  private String name(String type) {
    StringBuilder name = new StringBuilder(prefix);
    type.codePoints()
        .forEach(
            character -> {
              String text = Character.toString(character);
              name.append(text.matches(SAFE) ? text : encoded(text));
            });
    if (RESERVED.matcher(name + SUFFIX).matches()) {
      name.replace(0, 1, encoded(name.substring(0, 1)));
    }
    return name + SUFFIX;
  }

  private static String encoded(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      encoded.append(String.format(Locale.ROOT, "%%%02X", b));
    }
    return encoded.toString();
  }
}
