package io.github.albertner.benchmark.split;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.FilteredBreakIteratorBuilder;
import io.github.albertner.text.CharRange;
import io.github.albertner.text.Splitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** ICU4J's rules with CLDR's list of abbreviations that end no sentence. */
final class IcuSplitter implements Splitter {

  @Override
  public List<CharRange> sentences(String text) {
    List<CharRange> sentences = new ArrayList<>();
    BreakIterator breaks =
        FilteredBreakIteratorBuilder.getInstance(Locale.ENGLISH)
            .wrapIteratorWithFilter(BreakIterator.getSentenceInstance(Locale.ENGLISH));
    int begin = 0;
    for (String paragraph : text.split("\n\n", -1)) {
      add(text, new CharRange(begin, begin + paragraph.length()), breaks, sentences);
      begin += paragraph.length() + 2;
    }
    return sentences;
  }

  @Override
  public List<CharRange> tokens(String text, CharRange sentence) {
    List<CharRange> tokens = new ArrayList<>();
    add(text, sentence, BreakIterator.getWordInstance(Locale.ENGLISH), tokens);
    return tokens;
  }

  private static void add(
      String text, CharRange range, BreakIterator breaks, List<CharRange> parts) {
    breaks.setText(range.of(text));
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
      addStripped(text, range.begin() + from, range.begin() + to, parts);
      from = to;
    }
  }

  /** Adds a range without white space around it, unless it is blank. */
  static void addStripped(String text, int begin, int end, List<CharRange> parts) {
    int from = begin;
    int to = end;
    while (from < to && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    if (from < to) {
      parts.add(new CharRange(from, to));
    }
  }
}
