package io.github.albertner.inspect;

import io.github.albertner.corpus.Sentence;
import io.github.albertner.label.EntitySpan;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** How findings tell of numbers and sentences. */
final class Texts {
  private static final int WORDS_SHOWN = 24;
  private static final int NEIGHBOURS = 4;

  private Texts() {}

  /** 1,234 sentences, 1 sentence. */
  static String count(long count, String one, String many) {
    return number(count) + " " + (count == 1 ? one : many);
  }

  static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** A share with one decimal: 12.3 %. */
  static String percent(long count, long of) {
    return decimal(of == 0 ? 0 : 100.0 * count / of) + " %";
  }

  static String decimal(double value) {
    return String.format(Locale.ROOT, "%,.1f", value);
  }

  /** The place of a sentence, from 1: {@code train 12}. */
  static String place(CorpusPart part, int index) {
    return part.name() + " " + (index + 1);
  }

  /** A sentence by place, with its entities in brackets. */
  static String sentence(CorpusPart part, int index) {
    Sentence sentence = part.sentences().get(index);
    return place(part, index) + ": " + marked(sentence, 0, sentence.words().size());
  }

  /** The neighbourhood of some words of a sentence, by place. */
  static String around(CorpusPart part, int index, int begin, int end) {
    Sentence sentence = part.sentences().get(index);
    int from = Math.max(0, begin - NEIGHBOURS);
    int to = Math.min(sentence.words().size(), end + NEIGHBOURS);
    return place(part, index) + ": " + marked(sentence, from, to);
  }

  private static String marked(Sentence sentence, int from, int end) {
    int to = Math.min(end, from + WORDS_SHOWN);
    StringJoiner text = new StringJoiner(" ", from > 0 ? "... " : "", "");
    Iterator<EntitySpan> entities = sentence.entities().iterator();
    EntitySpan entity = entities.hasNext() ? entities.next() : null;
    for (int word = 0; word < to; word++) {
      while (entity != null && entity.end() <= word) {
        entity = entities.hasNext() ? entities.next() : null;
      }
      if (word < from) {
        continue;
      }
      boolean inside = entity != null && word >= entity.begin();
      boolean opens = inside && (word == entity.begin() || word == from);
      boolean closes = inside && (word + 1 == entity.end() || word + 1 == to);
      text.add(
          (opens ? "[" + entity.type() + ": " : "")
              + shown(sentence.words().get(word))
              + (closes ? "]" : ""));
    }
    return text + (to < sentence.words().size() ? " ..." : "");
  }

  /** Words joined by spaces. */
  static String surface(List<String> words) {
    return shown(String.join(" ", words));
  }

  /** Text that a terminal can take: characters that control it are shown by their numbers. */
  private static String shown(String text) {
    if (text.codePoints().noneMatch(Texts::isControl)) {
      return text;
    }
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .forEach(
            c ->
                shown.append(
                    isControl(c)
                        ? String.format(Locale.ROOT, "<U+%04X>", c)
                        : Character.toString(c)));
    return shown.toString();
  }

  private static boolean isControl(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
