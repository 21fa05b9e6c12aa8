package io.github.albertner.page;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** A piece of a page. Text in it is escaped; element and attribute names are the caller's own. */
public final class Markup {
  /** Nothing. */
  public static final Markup NONE = new Markup("");

  private final String html;

  private Markup(String html) {
    this.html = html;
  }

  /** Returns text as it is to be read. */
  public static Markup text(String text) {
    return new Markup(Html.escape(text));
  }

  /** Returns an element without attributes. */
  public static Markup element(String name, Markup... content) {
    return element(name, Map.of(), content);
  }

  /**
   * Returns an element.
   *
   * @param name of an element that has an end tag
   * @param attributes in the map's order; names that are constants of the program
   * @param content one after the other
   */
  public static Markup element(String name, Map<String, String> attributes, Markup... content) {
    StringBuilder html = new StringBuilder("<").append(name);
    attributes.forEach(
        (key, value) ->
            html.append(' ').append(key).append("=\"").append(Html.escape(value)).append('"'));
    html.append('>');
    for (Markup part : content) {
      html.append(part.html);
    }
    return new Markup(html.append("</").append(name).append('>').toString());
  }

  /** Returns an element of a class of the style sheet. */
  public static Markup styled(String name, String cssClass, Markup... content) {
    return element(name, Map.of("class", cssClass), content);
  }

  /** Returns parts one after the other, each on a line. */
  public static Markup lines(List<Markup> parts) {
    StringJoiner joined = new StringJoiner("\n");
    parts.forEach(part -> joined.add(part.html));
    return new Markup(joined.toString());
  }

  /** Returns parts one after the other, with nothing between them. */
  public static Markup joined(List<Markup> parts) {
    StringBuilder joined = new StringBuilder();
    parts.forEach(part -> joined.append(part.html));
    return new Markup(joined.toString());
  }

  /** Returns the HTML. */
  @Override
  public String toString() {
    return html;
  }
}
