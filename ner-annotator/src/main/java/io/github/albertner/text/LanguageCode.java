package io.github.albertner.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The code of a language, however a tag writes it. */
final class LanguageCode {

  private static final String ENGLISH = "en";

  /** {@code deu} and {@code ger} for {@code de}: ISO 639-2 and 639-3 to 639-1. */
  private static final Map<String, String> SHORT = shortCodes();

  private LanguageCode() {}

  /**
   * Returns the two letters of a language that has such a code, else its three.
   *
   * @param tag such as {@code pt-BR}, {@code pt_BR} or {@code por}, which OpenNLP's language
   *     detector says; where it names no language, it is taken for English
   */
  static String of(String tag) {
    String language = Locale.forLanguageTag(tag.strip().replace('_', '-')).getLanguage();
    boolean named = language.length() == 2 || language.length() == 3;
    return named && !language.equals("und") ? SHORT.getOrDefault(language, language) : ENGLISH;
  }

  private static Map<String, String> shortCodes() {
    Map<String, String> codes = new HashMap<>();
    for (String code : Locale.getISOLanguages()) {
      codes.put(Locale.forLanguageTag(code).getISO3Language(), code);
    }
    // Bibliographic codes, which Java does not know.
    codes.put("ger", "de");
    codes.put("fre", "fr");
    codes.put("dut", "nl");
    return codes;
  }
}
