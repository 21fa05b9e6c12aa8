package io.github.albertner.standoff;

import io.github.albertner.corpus.CorpusFile;
import io.github.albertner.corpus.CorpusFormatException;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The DOC elements of a file, each a text. */
final class SgmlTexts implements TextSource.Documents {

  private static final Pattern MARKUP =
      Pattern.compile(
          "<!--.*?-->|<(?<close>/?)(?<tag>[A-Za-z][\\w.-]*)(?<attributes>[^<>]*)>"
              + "|&(?<entity>#?\\w+);",
          Pattern.DOTALL);

  private static final Set<String> NAMES = Set.of("ENAMEX", "NUMEX", "TIMEX");

  /** Elements that hold text, as OpenNLP's reader has it. */
  private static final Set<String> CONTENT = Set.of("s", "HL", "DATELINE", "DD");

  private static final Map<String, String> ENTITIES =
      Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", "\u00a0");

  private final CorpusFile file;
  private final boolean lines;
  private final String source;
  private final Matcher markup;

  // Lines are counted on from where they were counted last.
  private int counted;
  private int line = 1;

  SgmlTexts(CorpusFile file, boolean lines) throws IOException {
    this.file = file;
    this.lines = lines;
    source = file.text(file.path());
    markup = MARKUP.matcher(source);
  }

  @Override
  public TextDocument next() throws CorpusFormatException {
    while (markup.find()) {
      if (isTag("DOC") && markup.group("close").isEmpty()) {
        return document();
      }
    }
    return null;
  }

  private boolean isTag(String tag) {
    return tag.equalsIgnoreCase(markup.group("tag"));
  }

  private TextDocument document() throws CorpusFormatException {
    SgmlDocument document = new SgmlDocument(file, lineOf(markup.start()), lines);
    int from = markup.end();
    while (markup.find()) {
      int at = lineOf(markup.start());
      String between = source.substring(from, markup.start());
      checkText(between, from);
      document.text(between);
      from = markup.end();
      if (markup.group("entity") != null) {
        document.text(character(markup.group()));
      } else if (isTag("DOC")) {
        if (markup.group("close").isEmpty()) {
          throw file.bad(at, "another <DOC>", "</DOC> before it");
        }
        return document.end(at);
      } else if (markup.group("tag") != null) {
        tag(document, at);
      }
    }
    throw file.bad(lineOf(source.length()), "the end of the file", "</DOC>");
  }

  private void tag(SgmlDocument document, int at) {
    String tag = markup.group("tag");
    boolean closes = !markup.group("close").isEmpty();
    if (NAMES.contains(tag)) {
      if (closes) {
        document.endEntity(tag, at);
      } else {
        document.beginEntity(tag, markup.group("attributes"), at);
      }
    } else if (CONTENT.contains(tag) && !lines) {
      document.sentence(!closes);
    }
  }

  /** What looks like a name's tag and is none must not become text. */
  private void checkText(String text, int from) throws CorpusFormatException {
    for (String name : NAMES) {
      int at = Math.max(text.indexOf("<" + name), text.indexOf("</" + name));
      if (at >= 0) {
        throw file.bad(
            lineOf(from + at),
            CorpusFormatException.quote(text.substring(at)),
            "a tag that ends with '>'");
      }
    }
  }

  private static String character(String reference) {
    String name = reference.substring(1, reference.length() - 1);
    if (name.matches("#\\d{1,7}")
        && Character.isValidCodePoint(Integer.parseInt(name.substring(1)))) {
      return Character.toString(Integer.parseInt(name.substring(1)));
    }
    return ENTITIES.getOrDefault(name.toLowerCase(Locale.ROOT), reference);
  }

  private int lineOf(int index) {
    for (; counted < index; counted++) {
      line += source.charAt(counted) == '\n' ? 1 : 0;
    }
    return line;
  }

  @Override
  public void close() {
    // Nothing stays open.
  }
}
