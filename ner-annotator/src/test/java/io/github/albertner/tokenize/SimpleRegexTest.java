package io.github.albertner.tokenize;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimpleRegexTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        " {2,}",
        "\\s+",
        "\\A | \\z",
        "(?<![ ▁])[ ▁]+\\z|\\A ",
        "[+*?(]{2}",
        "\\x{9}|\\p{L}*",
        "[\\x{9}-\\x{d}\\x{a0}]+",
        "[a[^b]]",
        "\\(\\+\\*"
      })
  void publishedOnesAreSimple(String regex) {
    assertTrue(SimpleRegex.is(regex), regex);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(a+)+$",
        "(a|aa)+$",
        "a*a*b",
        "(?:a)",
        "(?x)a",
        "(?=a)",
        "(.)\\1",
        "\\k<a>",
        "\\Q[\\E(a|aa)+",
        "[]a](b|bb)+[]",
        "[^]](b|bb)+[]",
        "[a",
        "[",
        "\\",
        "\\x{41",
        "a+?",
        "[\\]"
      })
  void thoseThatMightRunAwayOrCannotBeToldAreNot(String regex) {
    assertFalse(SimpleRegex.is(regex), regex);
  }

  @ParameterizedTest
  @ValueSource(ints = {256, 257})
  void longOnesAreNot(int length) {
    assertTrue(SimpleRegex.is("a".repeat(length)) == (length == 256));
  }
}
