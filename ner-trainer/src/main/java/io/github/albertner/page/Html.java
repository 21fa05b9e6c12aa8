package io.github.albertner.page;

/** Text for HTML pages and the SVG in them. */
public final class Html {

  private Html() {}

  /** The text, fit for an element or a quoted attribute; what HTML cannot hold becomes U+FFFD. */
  public static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                case '\r' -> escaped.append("&#13;");
                default -> escaped.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
              }
            });
    return escaped.toString();
  }

  /** Whether HTML allows a code point: no controls, surrogates or noncharacters. */
  private static boolean isAllowed(int c) {
    boolean noncharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    return c == '\t'
        || c == '\n'
        || !(noncharacter
            || Character.isISOControl(c)
            || Character.getType(c) == Character.SURROGATE);
  }
}
