package io.github.albertner.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Splits by rules of our own, and needs nothing but the JDK. What they were chosen against and how
 * they do is in docs/text.md.
 */
final class RuleSplitter implements Splitter {

  private static final Map<LanguageRules, RuleSplitter> MADE = new ConcurrentHashMap<>();

  private final Lines lines;
  private final SentenceRules sentences;
  private final TokenRules tokens;

  private RuleSplitter(LanguageRules language) {
    lines = new Lines(language);
    sentences = new SentenceRules(language);
    tokens = new TokenRules(language);
  }

  /**
   * Returns the splitter of a language.
   *
   * @param language two letters, such as {@code en}
   */
  static Splitter of(String language) {
    return MADE.computeIfAbsent(LanguageRules.of(language), RuleSplitter::new);
  }

  @Override
  public List<CharRange> sentences(String text) {
    VisibleView visible = VisibleView.of(text);
    List<CharRange> found = new ArrayList<>();
    lines.stretches(
        visible.text(), (begin, end) -> sentences.split(visible.text(), begin, end, found));
    return visible.inOriginal(found);
  }

  @Override
  public List<CharRange> tokens(String text, CharRange sentence) {
    VisibleView visible = VisibleView.of(text, sentence);
    List<CharRange> found = new ArrayList<>();
    CharRange range = visible.range();
    tokens.split(visible.text(), range.begin(), range.end(), found);
    return visible.inOriginal(Characters.mend(visible.text(), found));
  }

  @Override
  public List<SentenceRange> split(String text) {
    VisibleView visible = VisibleView.of(text);
    List<SentenceRange> split = new ArrayList<>();
    List<CharRange> found = new ArrayList<>();
    lines.stretches(
        visible.text(), (begin, end) -> sentences.split(visible.text(), begin, end, found));
    for (CharRange sentence : found) {
      List<CharRange> own = new ArrayList<>();
      tokens.split(visible.text(), sentence.begin(), sentence.end(), own);
      split.add(
          new SentenceRange(
              visible.inOriginal(sentence),
              visible.inOriginal(Characters.mend(visible.text(), own))));
    }
    return split;
  }
}
