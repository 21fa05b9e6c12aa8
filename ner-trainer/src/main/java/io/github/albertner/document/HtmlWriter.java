package io.github.albertner.document;

import io.github.albertner.page.Html;
import io.github.albertner.page.MarkColours;
import io.github.albertner.page.StyleSheets;
import io.github.albertner.text.AnnotatedPassage;
import io.github.albertner.text.AnnotatedSentence;
import io.github.albertner.text.Entity;
import io.github.albertner.text.SentenceRange;
import io.github.albertner.text.TextOffset;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes one page. Its style sheet is in it, and there are no scripts. The counts stand last in the
 * file, as they are known last; the style sheet shows them first.
 *
 * <p>The types' names beside the entities come from attributes, so that text copied out of the page
 * is the input's.
 */
final class HtmlWriter implements AnnotationWriter {

  private static final String STYLE = "annotations.css";

  private final Writer out;
  private final List<String> sources;
  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private long sentences;
  private boolean begun;
  private boolean inInput;

  HtmlWriter(Writer out, List<String> sources) {
    this.out = out;
    this.sources = List.copyOf(sources);
  }

  @Override
  public void startInput(String source) throws IOException {
    begin();
    endInput();
    out.write("<article>\n");
    if (sources.size() > 1) {
      out.write("<h2>" + Html.escape(source) + "</h2>\n");
    }
    inInput = true;
  }

  private void begin() throws IOException {
    if (begun) {
      return;
    }
    begun = true;
    String title =
        sources.size() == 1
            ? "Entities in " + sources.get(0)
            : "Entities in " + sources.size() + " inputs";
    out.write(
        """
        <!DOCTYPE html>
        <html>
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>%1$s</title>
        <style>
        %2$s</style>
        </head>
        <body>
        <h1>%1$s</h1>
        <main>
        """
            .formatted(Html.escape(title), style()));
  }

  private static String style() {
    return StyleSheets.read(HtmlWriter.class, STYLE) + StyleSheets.marks();
  }

  @Override
  public void write(AnnotatedPassage annotated) throws IOException {
    if (annotated.sentences().isEmpty()) {
      return;
    }
    sentences += annotated.sentences().size();
    String text = annotated.passage().text();
    List<SentenceRange> ranges = annotated.passage().sentences();
    int done = ranges.get(0).characters().begin();
    out.write("<p dir=\"auto\">");
    for (AnnotatedSentence sentence : annotated.sentences()) {
      for (Entity entity : sentence.entities()) {
        int begin = index(annotated, entity.begin());
        out.write(Html.escape(text.substring(done, begin)));
        write(entity);
        done = index(annotated, entity.end());
      }
    }
    int end = ranges.get(ranges.size() - 1).characters().end();
    out.write(Html.escape(text.substring(done, end)));
    out.write("</p>\n");
  }

  private static int index(AnnotatedPassage annotated, TextOffset offset) {
    return Math.toIntExact(offset.characters() - annotated.passage().begin().characters());
  }

  private void write(Entity entity) throws IOException {
    counts.merge(entity.type(), 1, Integer::sum);
    String type = Html.escape(entity.type());
    out.write(
        "<mark class=\""
            + MarkColours.classes(entity.type(), counts.keySet())
            + "\" data-type=\""
            + type
            + "\"");
    out.write(
        " title=\"" + type + ", probability " + Math.round(entity.probability() * 100) + " %");
    out.write(
        ", characters " + entity.begin().characters() + " to " + entity.end().characters() + "\">");
    out.write(Html.escape(entity.text()) + "</mark>");
  }

  private void endInput() throws IOException {
    if (inInput) {
      out.write("</article>\n");
      inInput = false;
    }
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    try (out) {
      begin();
      endInput();
      out.write("</main>\n<header>\n<ul>\n");
      long entities = 0;
      for (Map.Entry<String, Integer> count : counts.entrySet()) {
        entities += count.getValue();
        String type = count.getKey();
        out.write(
            "<li><mark class=\""
                + MarkColours.classes(type, counts.keySet())
                + "\">"
                + Html.escape(type)
                + "</mark> ");
        out.write(count.getValue() + "</li>\n");
      }
      out.write("</ul>\n<p>" + plural(entities, "entity", "entities"));
      out.write(" in " + plural(sentences, "sentence", "sentences"));
      out.write("</p>\n</header>\n</body>\n</html>\n");
    }
  }

  private static String plural(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}
