package io.github.albertner.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Characters that mean a text was damaged: the replacement character, control characters, private
 * use, and UTF-8 that was read as Latin-1 and written again.
 */
final class DamagedTextCheck implements Check {
  private static final Pattern READ_AS_LATIN_1 =
      Pattern.compile("\u00c3[\u0080-\u00bf]|\u00e2\u20ac[\u0080-\u2122]");

  @Override
  public List<Finding> findings(List<CorpusPart> parts, ModelPieces pieces) {
    Map<String, Long> counts = new TreeMap<>();
    Map<String, String> examples = new TreeMap<>();
    WordCounts.of(parts)
        .forEach(
            (word, uses) -> {
              String what = damage(word);
              if (what != null) {
                counts.merge(what, (long) uses.count(), Long::sum);
                examples.putIfAbsent(what, uses.example());
              }
            });
    List<String> shown = new ArrayList<>();
    counts.forEach(
        (what, count) ->
            shown.add(
                "%s: %s; %s"
                    .formatted(what, Texts.count(count, "word", "words"), examples.get(what))));
    long words = counts.values().stream().mapToLong(Long::longValue).sum();
    return words == 0
        ? List.of()
        : List.of(
            new Finding(
                "damaged-text",
                Severity.WARNING,
                words,
                Texts.count(words, "word", "words") + " with damaged characters",
                "see how the text was made: some step took it for another encoding",
                shown));
  }

  private static String damage(String word) {
    if (READ_AS_LATIN_1.matcher(word).find()) {
      return "UTF-8 taken for Latin-1";
    }
    return word.codePoints()
        .filter(
            c ->
                c == 0xFFFD
                    || Character.getType(c) == Character.PRIVATE_USE
                    || Character.getType(c) == Character.CONTROL)
        .mapToObj(DamagedTextCheck::describe)
        .findFirst()
        .orElse(null);
  }

  /** A character by code point, itself if it can be shown, and name: {@code U+00E9 é LATIN ...}. */
  static String describe(int c) {
    String name = Character.getName(c);
    boolean shown =
        Character.isLetterOrDigit(c) || Character.getType(c) >= Character.DASH_PUNCTUATION;
    return String.format(
        Locale.ROOT,
        "U+%04X %s%s",
        c,
        shown ? Character.toString(c) + " " : "",
        name == null ? "(unassigned)" : name);
  }
}
