package io.github.albertner.benchmark.split;

import io.github.albertner.text.CharRange;
import io.github.albertner.text.Splitter;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The JDK's rules, a blank line ends a sentence: what the UIMA engine used before. */
final class BreakIteratorSplitter implements Splitter {

  @Override
  public List<CharRange> sentences(String text) {
    List<CharRange> sentences = new ArrayList<>();
    int begin = 0;
    for (String paragraph : text.split("\n\n", -1)) {
      CharRange range = new CharRange(begin, begin + paragraph.length());
      add(text, range, BreakIterator.getSentenceInstance(Locale.ENGLISH), sentences);
      begin = range.end() + 2;
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
      IcuSplitter.addStripped(text, range.begin() + from, range.begin() + to, parts);
      from = to;
    }
  }
}
