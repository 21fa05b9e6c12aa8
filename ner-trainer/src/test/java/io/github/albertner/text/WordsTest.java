package io.github.albertner.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "I don't know.|I do n't know .",
        "I can’t, she won't|I ca n’t , she wo n't",
        "don'ts|don ' ts",
        "Paris's, they've; I'm|Paris 's , they 've ; I 'm",
        "the 'sun' is|the ' sun ' is",
        "The U.S. and U.N.|The U.S. and U.N.",
        "J. Smith|J . Smith",
        "1,000.50 at 10:30 on 1/2/2003.|1,000.50 at 10:30 on 1/2/2003 .",
        "COVID-19 (AT&T), x-y-z-|COVID-19 ( AT&T ) , x-y-z -",
        "wait... no -- so—there|wait ... no -- so — there",
        "$5 50% \"quoted\"|$ 5 50 % \" quoted \"",
        "naïve Ægir Ελλάδα x² ½|naïve Ægir Ελλάδα x² ½",
        "a\u00a0b\u2003c\u3000d|a b c d",
        "😀😀 ok|😀 😀 ok",
      })
  void splitsAsNamedEntityCorporaAreSplit(String text, String words) {
    assertEquals(List.of(words.split(" ")), Words.of(text));
  }

  @Property
  void losesNothingButWhiteSpace(@ForAll String text) {
    String spaces =
        "[\\x09-\\x0d\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
    assertEquals(text.replaceAll(spaces, ""), String.join("", Words.of(text)));
  }

  @Test
  void longRunsNeitherOverflowTheStackNorTakeLong() {
    for (String part : List.of("a-", "a.", "1,", "a", "n't", "-", "'s", "a&b-")) {
      String run = part.repeat(200_000);
      assertEquals(run, String.join("", Words.of(run)));
    }
  }
}
