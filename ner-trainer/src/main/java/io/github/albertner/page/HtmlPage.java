package io.github.albertner.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A page in the making: a title, then sections, with links to them at the top. What is added goes
 * into the section begun last, and before the first one under the title.
 *
 * <pre>{@code
 * String html =
 *     new HtmlPage("Corpus train.conll")
 *         .paragraph("14,041 sentences")
 *         .section("Lengths")
 *         .figure("Sentences by their number of pieces", Charts.histogram(pieces, count, bins))
 *         .render();
 * }</pre>
 */
public final class HtmlPage {
  private static final String STYLE = "page.css";

  private record Section(String title, List<Markup> content) {}

  private final Section top;
  private final List<Section> sections = new ArrayList<>();

  /** Begins a page in English. */
  public HtmlPage(String title) {
    top = new Section(title, new ArrayList<>());
  }

  /** Begins a section. */
  public HtmlPage section(String title) {
    sections.add(new Section(title, new ArrayList<>()));
    return this;
  }

  /** Begins a part of the section. */
  public HtmlPage heading(String title) {
    return add(Markup.element("h3", Markup.text(title)));
  }

  /** Adds a paragraph of text. */
  public HtmlPage paragraph(String text) {
    return add(Markup.element("p", Markup.text(text)));
  }

  /** Adds a table. */
  public HtmlPage table(HtmlTable table) {
    return add(table.render());
  }

  /** Adds a drawing of {@link Charts} with a line that says what it shows. */
  public HtmlPage figure(String caption, Markup chart) {
    return add(Markup.element("figure", Markup.element("figcaption", Markup.text(caption)), chart));
  }

  /** Adds what readers see once they ask for it. */
  public HtmlPage details(String summary, Markup content) {
    return add(Markup.element("details", Markup.element("summary", Markup.text(summary)), content));
  }

  /** Adds anything else. */
  public HtmlPage add(Markup content) {
    (sections.isEmpty() ? top : sections.get(sections.size() - 1)).content.add(content);
    return this;
  }

  /** Returns the page so far, for a file in UTF-8. */
  public String render() {
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>%s</title>
        <style>
        %s</style>
        </head>
        <body>
        %s
        </body>
        </html>
        """
        .formatted(
            Html.escape(top.title),
            StyleSheets.read(HtmlPage.class, STYLE) + StyleSheets.marks(),
            body());
  }

  private Markup body() {
    List<Markup> header = new ArrayList<>();
    header.add(Markup.element("h1", Markup.text(top.title)));
    header.addAll(top.content);
    List<Markup> links = new ArrayList<>();
    List<Markup> main = new ArrayList<>();
    for (int i = 0; i < sections.size(); i++) {
      Section section = sections.get(i);
      String id = "s" + (i + 1);
      Markup title = Markup.text(section.title);
      links.add(Markup.element("li", Markup.element("a", Map.of("href", "#" + id), title)));
      List<Markup> lines = new ArrayList<>();
      lines.add(Markup.element("h2", title));
      lines.addAll(section.content);
      main.add(Markup.element("section", Map.of("id", id), Markup.lines(lines)));
    }
    if (sections.size() > 1) {
      header.add(Markup.element("nav", Markup.element("ul", Markup.lines(links))));
    }
    return Markup.lines(
        List.of(
            Markup.element("header", Markup.lines(header)),
            Markup.element("main", Markup.lines(main))));
  }
}
