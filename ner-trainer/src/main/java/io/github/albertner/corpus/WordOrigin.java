package io.github.albertner.corpus;

import io.github.albertner.label.EntitySpan;
import java.util.List;

/**
 * Where the words of a sentence come from, and what a tagger is given of them.
 *
 * <p>Where a text gives no tokens, its words are pieces of the tokens that {@code ner annotate}
 * finds: whole ones, but cut at the borders of gold entities; and its sentences may be several of
 * those that are found. To learn from, that is what is wanted. A tagger that is scored is given the
 * own tokens and sentences, and what it finds is told in words again ({@link OwnSentences}).
 *
 * @param kind where the words come from
 * @param tokens of each own sentence, of each of its tokens, the number of words it is cut into;
 *     none unless tokens or sentences are own
 */
public record WordOrigin(Kind kind, List<List<Integer>> tokens) {

  /** Words of a file. */
  public static final WordOrigin GIVEN = new WordOrigin(Kind.GIVEN, List.of());

  /** Words cut at the borders of gold entities, which a tagger is given as they are. */
  public static final WordOrigin GOLD = new WordOrigin(Kind.GOLD, List.of());

  /** Words cut at the borders of gold and predicted entities. */
  public static final WordOrigin PAIRED = new WordOrigin(Kind.PAIRED, List.of());

  /** Where words come from. */
  public enum Kind {
    /** The file has them, and sentences. */
    GIVEN("given"),
    /** Sentences and tokens were found; a tagger is given them whole. */
    OWN("own"),
    /** The file has sentences only; the rest was found, and a tagger is given it whole. */
    OWN_TOKENS("ownTokens"),
    /** The file has tokens only; the rest was found, and a tagger is given it whole. */
    OWN_SENTENCES("ownSentences"),
    /** They were found and cut at the borders of gold entities. */
    GOLD("gold"),
    /** They were cut at the borders of gold and predicted entities, to compare characters. */
    PAIRED("paired");

    private final String key;

    Kind(String key) {
      this.key = key;
    }

    /** Returns the name that JSON uses. */
    @Override
    public String toString() {
      return key;
    }
  }

  /** Whether own tokens can express an entity. */
  public enum Fit {
    /** A tagger can find it. */
    WHOLE,
    /** It begins or ends within a token. */
    WITHIN_TOKEN,
    /** A border of own sentences is in it. */
    ACROSS_SENTENCES
  }

  /** Copies the lists. */
  public WordOrigin {
    tokens = tokens.stream().map(List::copyOf).toList();
  }

  /**
   * The origin of words that are pieces of tokens which a tagger is given.
   *
   * @param kind what of them is own
   * @param tokens as above; no list empty, no number less than 1
   * @return a new one
   */
  public static WordOrigin own(Kind kind, List<List<Integer>> tokens) {
    return new WordOrigin(kind, tokens);
  }

  /**
   * Whether a tagger is given other tokens than the words.
   *
   * @return whether tokens or sentences are own
   */
  public boolean isOwn() {
    return !tokens.isEmpty();
  }

  /** The number of words of all tokens. */
  int words() {
    return tokens.stream().flatMap(List::stream).mapToInt(Integer::intValue).sum();
  }

  /**
   * Whether a tagger could find an entity.
   *
   * @param entity within the words
   * @return always {@link Fit#WHOLE} where the tokens are not own
   */
  public Fit fit(EntitySpan entity) {
    int at = 0;
    for (List<Integer> sentence : tokens) {
      boolean begins = false;
      boolean ends = false;
      int first = at;
      for (int length : sentence) {
        begins |= at == entity.begin();
        at += length;
        ends |= at == entity.end();
      }
      if (entity.begin() >= first && entity.begin() < at) {
        if (entity.end() > at) {
          return Fit.ACROSS_SENTENCES;
        }
        return begins && ends ? Fit.WHOLE : Fit.WITHIN_TOKEN;
      }
    }
    return Fit.WHOLE;
  }
}
