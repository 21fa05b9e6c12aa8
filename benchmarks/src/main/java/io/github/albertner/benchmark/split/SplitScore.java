package io.github.albertner.benchmark.split;

import io.github.albertner.text.CharRange;
import io.github.albertner.text.SentenceRange;
import io.github.albertner.text.Splitter;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** How well a splitter does on gold texts. */
final class SplitScore {
  private static final double PERCENT = 100;

  private long goldTokens;
  private long foundTokens;
  private long rightTokens;
  private long goldEnds;
  private long foundEnds;
  private long rightEnds;
  private long names;
  private long cutByTokens;
  private long cutBySentences;

  static SplitScore of(Splitter splitter, List<GoldText> texts) {
    SplitScore score = new SplitScore();
    texts.forEach(text -> score.add(text, splitter.split(text.text())));
    return score;
  }

  private void add(GoldText gold, List<SentenceRange> found) {
    Set<CharRange> tokens = new HashSet<>();
    Set<Integer> begins = new HashSet<>();
    Set<Integer> ends = new HashSet<>();
    TreeSet<Integer> sentenceEnds = new TreeSet<>();
    for (SentenceRange sentence : found) {
      sentenceEnds.add(sentence.characters().end());
      for (CharRange token : sentence.tokens()) {
        tokens.add(token);
        begins.add(token.begin());
        ends.add(token.end());
      }
    }
    goldTokens += gold.tokens().size();
    foundTokens += tokens.size();
    rightTokens += common(new HashSet<>(gold.tokens()), tokens);
    Set<Integer> goldSentenceEnds = new HashSet<>();
    gold.sentences().forEach(sentence -> goldSentenceEnds.add(sentence.end()));
    goldEnds += goldSentenceEnds.size();
    foundEnds += sentenceEnds.size();
    rightEnds += common(goldSentenceEnds, sentenceEnds);
    for (CharRange name : gold.names()) {
      names++;
      if (!begins.contains(name.begin()) || !ends.contains(name.end())) {
        cutByTokens++;
      } else if (!sentenceEnds.subSet(name.begin() + 1, name.end()).isEmpty()) {
        cutBySentences++;
      }
    }
  }

  private static <T> long common(Set<T> gold, Collection<T> found) {
    return found.stream().filter(gold::contains).count();
  }

  /** F1 of tokens, in percent: both borders must be right. */
  double tokens() {
    return f1(goldTokens, foundTokens, rightTokens);
  }

  /** F1 of the places where sentences end, in percent. */
  double sentences() {
    return f1(goldEnds, foundEnds, rightEnds);
  }

  /** Names that cannot be found whatever a tagger says, in percent. */
  double lostNames() {
    return PERCENT * (cutByTokens + cutBySentences) / names;
  }

  /** Their number: by borders that no token has, and by sentences that end inside. */
  String lostNamesCounted() {
    return cutByTokens + " + " + cutBySentences;
  }

  private static double f1(long gold, long found, long right) {
    return 2 * PERCENT * right / (gold + found);
  }
}
