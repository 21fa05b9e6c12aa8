package io.github.albertner.vocabulary;

import java.text.Normalizer;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Characters that every vocabulary has. Names are written with letters that a sample of English
 * text holds too rarely to count.
 */
final class RequiredCharacters {

  private static final Set<Integer> UNPRINTABLE =
      Set.of(
          (int) Character.CONTROL,
          (int) Character.FORMAT,
          (int) Character.UNASSIGNED,
          (int) Character.LINE_SEPARATOR,
          (int) Character.PARAGRAPH_SEPARATOR,
          (int) Character.SPACE_SEPARATOR);

  /** Small letters that folding of case changes. */
  private static final String FOLDED = "ßς";

  /** What folding of case leaves of the dot of a Turkish capital I. */
  private static final String DOT_ABOVE = "\u0307";

  private RequiredCharacters() {}

  /**
   * ASCII, Latin-1, Latin Extended-A, Romanian letters, Greek, punctuation and the euro sign: those
   * of them that normalisation leaves as they are, as others could not be found in text.
   *
   * @param cased whether case differs; if not, without upper case and with what folding makes of it
   */
  static String of(boolean cased) {
    String found =
        Stream.of(
                IntStream.rangeClosed(0x21, 0x7E),
                IntStream.rangeClosed(0xA1, 0x17F),
                IntStream.rangeClosed(0x218, 0x21B),
                IntStream.rangeClosed(0x391, 0x3C9),
                IntStream.rangeClosed(0x2010, 0x203F),
                IntStream.of(0x20AC))
            .flatMapToInt(range -> range)
            .filter(c -> !UNPRINTABLE.contains(Character.getType(c)))
            .filter(RequiredCharacters::isNormal)
            .filter(c -> cased || (Character.toLowerCase(c) == c && FOLDED.indexOf(c) < 0))
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return cased ? found : found + DOT_ABOVE;
  }

  private static boolean isNormal(int character) {
    String text = Character.toString(character);
    return Normalizer.normalize(text, Normalizer.Form.NFKC).equals(text);
  }
}
