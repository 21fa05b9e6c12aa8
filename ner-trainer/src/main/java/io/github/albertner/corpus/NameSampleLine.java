package io.github.albertner.corpus;

import io.github.albertner.label.EntitySpan;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.tokenize.WhitespaceTokenizer;

/**
 * One line of a name sample file, taken apart. White space and tags are OpenNLP's ({@code
 * WhitespaceTokenizer}, {@code NameSample.parse}); what OpenNLP lets pass in silence is refused.
 *
 * @param words without the tags; empty on a blank line
 * @param entities in order
 */
record NameSampleLine(List<String> words, List<EntitySpan> entities) {

  /** What a line must not hold. The message of the cause is split in two for the report. */
  static final class BadMarkup extends Exception {
    private static final long serialVersionUID = 1L;
    final String found;
    final String expected;

    BadMarkup(String found, String expected) {
      super(found);
      this.found = found;
      this.expected = expected;
    }
  }

  static final String END = "<END>";

  private static final Pattern START = Pattern.compile("<START(?::([^:>\\s]+))?>");
  private static final Pattern MARKUP = Pattern.compile("<START(?=[:>]|$)|<END(?=>|$)");

  /** Whether a line or a word holds the beginnings of a tag. */
  static boolean hasMarkup(String text) {
    return MARKUP.matcher(text).find();
  }

  /** Whether a line has an entity whose type is written. */
  static boolean hasType(String text) {
    return text.contains("<START:");
  }

  /** The words of a line, tags among them. */
  static List<String> parts(String line) {
    return List.of(WhitespaceTokenizer.INSTANCE.tokenize(line));
  }

  /** Whether an entity of this type can be written. */
  static boolean isType(String type) {
    return START.matcher("<START:" + type + ">").matches() && parts(type).size() == 1;
  }

  /**
   * Takes a line apart.
   *
   * @param line the line
   * @param typed whether other entities of the file have a type, so that all must
   * @throws BadMarkup at the first thing wrong
   */
  static NameSampleLine parse(String line, boolean typed) throws BadMarkup {
    List<String> words = new ArrayList<>();
    List<EntitySpan> entities = new ArrayList<>();
    String open = null;
    String type = "";
    int begin = 0;
    for (String part : parts(line)) {
      Matcher start = START.matcher(part);
      if (start.matches()) {
        if (open != null) {
          throw new BadMarkup(part + " within it", END + " after the words of " + open);
        }
        if (start.group(1) == null && typed) {
          throw new BadMarkup(
              part + " without a type", "<START:type>, since other entities of this file have one");
        }
        open = part;
        type = start.group(1) == null ? NameSample.DEFAULT_TYPE : start.group(1);
        begin = words.size();
      } else if (part.equals(END)) {
        if (open == null) {
          throw new BadMarkup(END + " with no entity open", "<START:type> before it");
        }
        if (begin == words.size()) {
          throw new BadMarkup("none", "words between " + open + " and " + END);
        }
        entities.add(new EntitySpan(begin, words.size(), type));
        open = null;
      } else if (hasMarkup(part)) {
        throw new BadMarkup(
            CorpusFormatException.quote(part),
            "<START:type> and " + END + " as words of their own, with spaces around");
      } else {
        words.add(part);
      }
    }
    if (open != null) {
      throw new BadMarkup("the end of the line", END + " after the words of " + open);
    }
    return new NameSampleLine(words, entities);
  }
}
