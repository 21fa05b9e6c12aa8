package io.github.albertner.report;

import io.github.albertner.evaluate.JudgedSentence;
import io.github.albertner.page.HtmlPage;
import io.github.albertner.page.Markup;
import java.util.List;

/** Scores and errors of a set of predictions as one HTML page. */
public final class EvaluationReport {
  private EvaluationReport() {}

  /**
   * Renders the page.
   *
   * @param title what was judged on what
   * @param scores as {@code ner evaluate} prints them
   * @param sentences what was judged
   * @return the page, for a file in UTF-8
   */
  public static String render(String title, String scores, List<JudgedSentence> sentences) {
    HtmlPage page = new HtmlPage(title);
    page.section("Scores")
        .add(Markup.styled("div", "scroll", Markup.element("pre", Markup.text(scores.strip()))));
    ErrorSections.add(page, sentences);
    return page.render();
  }
}
