package io.github.albertner.report;

/** Puts sections into cards that were written before. */
final class CardSection {
  private CardSection() {}

  /**
   * Returns a card with a section in place of the one of its title, else before another, else at
   * the end.
   *
   * @param body Markdown without front matter
   * @param section with its title
   * @param following title of the section that it goes before, if there is one
   */
  static String put(String body, String title, String section, String following) {
    String begin = "## " + title + "\n";
    int from = body.indexOf("\n" + begin);
    if (from >= 0) {
      int next = body.indexOf("\n## ", from + begin.length());
      return body.substring(0, from + 1) + section + (next < 0 ? "" : body.substring(next));
    }
    int before = body.indexOf("\n## " + following + "\n");
    return before < 0
        ? body.stripTrailing() + "\n\n" + section
        : body.substring(0, before + 1) + section + body.substring(before);
  }
}
