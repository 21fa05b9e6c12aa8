package io.github.albertner.standoff;

import io.github.albertner.corpus.CorpusFile;
import io.github.albertner.corpus.CorpusFormatException;
import io.github.albertner.corpus.EntityChange;
import io.github.albertner.text.CharRange;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A DOC element as it is read: its text so far, and the entities in it. */
final class SgmlDocument {

  private static final Pattern TYPE = attribute("TYPE");
  private static final Pattern BEGINS_LATER = attribute("S_OFF");
  private static final Pattern ENDS_EARLIER = attribute("E_OFF");

  /** Brackets as the Penn Treebank writes them, which OpenNLP's reader undoes, too. */
  private static final List<String> TREEBANK =
      List.of(
          "-LRB-", "(", "-RRB-", ")", "-LSB-", "[", "-RSB-", "]", "-LCB-", "{", "-RCB-", "}",
          "-AMP-", "&");

  private final CorpusFile file;
  private final int line;
  private final boolean lines;
  private final StringBuilder text = new StringBuilder();
  private final List<CharRange> sentences = new ArrayList<>();
  private final List<TextEntity> entities = new ArrayList<>();
  private final Deque<Open> open = new ArrayDeque<>();
  private final List<CorpusFormatException> problems = new ArrayList<>();
  private final List<EntityChange> changes = new ArrayList<>();
  private int sentenceBegin = -1;

  /** An entity whose end is still to come. */
  private record Open(String tag, String label, int begin, int endsEarlier, int line) {}

  SgmlDocument(CorpusFile file, int line, boolean lines) {
    this.file = file;
    this.line = line;
    this.lines = lines;
  }

  private static Pattern attribute(String name) {
    return Pattern.compile("\\b" + name + "\\s*=\\s*\"([^\"]*)\"");
  }

  private boolean inContent() {
    return lines || sentenceBegin >= 0;
  }

  void text(String more) {
    if (!inContent()) {
      return;
    }
    String read = more;
    for (int i = 0; lines && i < TREEBANK.size(); i += 2) {
      read = read.replace(TREEBANK.get(i), TREEBANK.get(i + 1));
    }
    text.append(read);
  }

  void sentence(boolean begins) {
    if (begins) {
      sentenceBegin = text.length();
    } else if (sentenceBegin >= 0) {
      addSentence(sentenceBegin, text.length());
      text.append('\n');
      sentenceBegin = -1;
    }
  }

  private void addSentence(int from, int to) {
    String bare = text.substring(from, to);
    if (!bare.isBlank()) {
      int begin = from + bare.indexOf(bare.strip());
      sentences.add(new CharRange(begin, begin + bare.strip().length()));
    }
  }

  void beginEntity(String tag, String attributes, int at) {
    Matcher type = TYPE.matcher(attributes);
    if (!type.find()) {
      problems.add(file.bad(at, "<" + tag + attributes + ">", "a TYPE=\"...\" in it"));
    } else {
      open.push(
          new Open(
              tag,
              type.group(1).toLowerCase(Locale.ROOT),
              text.length() + number(BEGINS_LATER, attributes),
              number(ENDS_EARLIER, attributes),
              at));
    }
  }

  private static int number(Pattern attribute, String attributes) {
    Matcher matcher = attribute.matcher(attributes);
    return matcher.find() && matcher.group(1).matches("\\d{1,4}")
        ? Integer.parseInt(matcher.group(1))
        : 0;
  }

  void endEntity(String tag, int at) {
    if (open.isEmpty() || !open.peek().tag().equals(tag)) {
      if (problems.isEmpty()) {
        problems.add(
            file.bad(
                at,
                "</" + tag + ">",
                open.isEmpty() ? "<" + tag + "> before it" : "</" + open.peek().tag() + ">"));
      }
      return;
    }
    Open entity = open.pop();
    String name = entity.tag() + " " + entity.label();
    if (!inContent()) {
      changes.add(
          new EntityChange(
              "entities left out: outside of sentences",
              file.path() + ":" + entity.line() + ": " + name + " is in no s, HL, DD or DATELINE"));
      return;
    }
    entities.add(
        new TextEntity(
            name,
            entity.begin(),
            text.length() - entity.endsEarlier(),
            entity.label(),
            entity.line()));
  }

  /** The document, as its end tag is there. */
  TextDocument end(int at) {
    if (!open.isEmpty()) {
      problems.add(
          file.bad(at, "</DOC>", "</" + open.peek().tag() + "> for line " + open.peek().line()));
    }
    if (!problems.isEmpty()) {
      return TextDocument.bad(file.path(), line, true, problems);
    }
    String all = text.toString();
    List<CharRange> tokens = lines ? splitLines(all) : List.of();
    return new TextDocument(
        file.path(), line, all, sentences, tokens, entities, true, List.of(), changes);
  }

  /** Tokens between white space, cut where entities begin and end; lines are sentences. */
  private List<CharRange> splitLines(String all) {
    TreeSet<Integer> borders = new TreeSet<>();
    entities.forEach(
        entity -> {
          borders.add(entity.begin());
          borders.add(entity.end());
        });
    List<CharRange> tokens = new ArrayList<>();
    int lineBegin = 0;
    int begin = 0;
    for (int i = 0; i <= all.length(); i++) {
      boolean space = i == all.length() || Character.isWhitespace(all.charAt(i));
      if (i > begin && (space || borders.contains(i))) {
        tokens.add(new CharRange(begin, i));
        begin = i;
      }
      if (space) {
        begin = i + 1;
      }
      if (i == all.length() || all.charAt(i) == '\n') {
        addSentence(lineBegin, i);
        lineBegin = i + 1;
      }
    }
    return tokens;
  }
}
