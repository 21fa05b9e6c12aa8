package io.github.albertner.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HtmlPageTest {
  private static HtmlPage page() {
    return new HtmlPage("A <b> & c")
        .paragraph("said \"<script>alert(1)</script>\"")
        .section("First")
        .table(HtmlTable.of("type", "F1").row("per<son>", "61.50").row("place", "-"))
        .section("Second & last")
        .figure("Counts", Charts.bars(List.of(Bar.of("a", 1))));
  }

  @Test
  void textIsEscaped() {
    String html = page().render();
    assertTrue(html.contains("<title>A &lt;b&gt; &amp; c</title>"), html);
    assertTrue(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), html);
    assertFalse(html.contains("<script"), html);
    assertEquals(
        "<a href=\"&quot;&#39;&lt;\"></a>",
        Markup.element("a", Map.of("href", "\"'<"), Markup.NONE).toString());
  }

  @Test
  void aPageFetchesNothing() {
    String html = page().render();
    assertFalse(html.matches("(?s).*(src=|@import|url\\(|<link).*"), html);
    assertEquals(List.of("#s1", "#s2"), body(html).attributes("a", "href"));
  }

  @Test
  void sectionsAreLinkedAndHoldWhatWasAddedToThem() {
    Svg body = body(page().render());
    assertEquals(List.of("s1", "s2"), body.attributes("section", "id"));
    assertEquals(List.of("First", "Second & last"), body.texts("h2"));
    assertTrue(body.texts("section").get(0).contains("per<son>"));
    assertTrue(body.texts("section").get(1).contains("Counts"));
    assertTrue(body.texts("header").get(0).contains("alert"));
  }

  @Test
  void numbersAndTheTitlesOfTheirColumnsStandToTheRight() {
    HtmlTable table =
        HtmlTable.of("name", "count", "mixed")
            .row("a", "1,234", "3e-5")
            .row("b2", "99.5 %", "none");
    Svg svg = Svg.parse(table.render());
    assertEquals(List.of("", "n", ""), svg.attributes("th", "class"));
    assertEquals(List.of("", "n", "n", "", "n", ""), svg.attributes("td", "class"));
    assertThrows(IllegalArgumentException.class, () -> table.row("too few"));
  }

  private static Svg body(String html) {
    return Svg.parse(html.substring(html.indexOf("<body>"), html.indexOf("</html>")));
  }
}
