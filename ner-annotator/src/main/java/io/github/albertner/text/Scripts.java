package io.github.albertner.text;

/** Scripts that are written without spaces between words. */
final class Scripts {

  /** Part of a character class: each character of these scripts is a token. */
  static final String UNSPACED =
      "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}";

  private Scripts() {}
}
