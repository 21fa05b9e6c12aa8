package io.github.albertner.evaluate;

import io.github.albertner.corpus.Sentence;
import io.github.albertner.corpus.WordOrigin;
import io.github.albertner.corpus.WordOrigin.Kind;
import io.github.albertner.label.EntitySpan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which tokens a score is for, and how many gold entities these cannot express.
 *
 * @param sentences number of sentences by where their words come from; none of no sentences
 * @param entities number of gold entities
 * @param withinTokens how many of them begin or end within an own token
 * @param acrossSentences how many of them a border of own sentences is in
 */
public record ScoredTokens(
    Map<Kind, Long> sentences, long entities, long withinTokens, long acrossSentences) {

  /** Kinds with which every entity begins and ends where words do. */
  private static final Set<Kind> KNOWN_BORDERS = EnumSet.of(Kind.GIVEN, Kind.GOLD, Kind.PAIRED);

  /** Copies the map. */
  public ScoredTokens {
    sentences = Collections.unmodifiableMap(new TreeMap<>(sentences));
  }

  /**
   * Counts.
   *
   * @param gold sentences with the entities that are there
   * @return what their words are
   */
  public static ScoredTokens of(List<Sentence> gold) {
    Map<Kind, Long> sentences = new EnumMap<>(Kind.class);
    long entities = 0;
    long within = 0;
    long across = 0;
    for (Sentence sentence : gold) {
      sentences.merge(sentence.origin().kind(), 1L, Long::sum);
      for (EntitySpan entity : sentence.entities()) {
        WordOrigin.Fit fit = sentence.origin().fit(entity);
        entities++;
        within += fit == WordOrigin.Fit.WITHIN_TOKEN ? 1 : 0;
        across += fit == WordOrigin.Fit.ACROSS_SENTENCES ? 1 : 0;
      }
    }
    return new ScoredTokens(sentences, entities, within, across);
  }

  /**
   * Whether scores are those of raw text.
   *
   * @return true if sentences and tokens are all own
   */
  public boolean isRawText() {
    return sentences.keySet().equals(Set.of(Kind.OWN));
  }

  /**
   * Whether files have all words and sentences.
   *
   * @return true if nothing is own, or cut
   */
  public boolean areGiven() {
    return Set.of(Kind.GIVEN).containsAll(sentences.keySet());
  }

  /**
   * The number of gold entities that the tokens can express.
   *
   * @return at most {@link #entities}
   */
  public long expressible() {
    return entities - withinTokens - acrossSentences;
  }

  /**
   * The name of the tokens.
   *
   * @return as {@link Kind#toString}; or {@code mixed}
   */
  public String name() {
    return sentences.size() == 1 ? sentences.keySet().iterator().next().toString() : "mixed";
  }

  /**
   * Says which tokens, and what they cannot express.
   *
   * @return lines of no more than 100 characters, each ending with a newline
   */
  public String describe() {
    List<String> kinds = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      if (sentences.containsKey(kind)) {
        kinds.add(
            meaning(kind)
                + (sentences.size() == 1
                    ? ""
                    : String.format(Locale.ROOT, ", in %,d sentences", sentences.get(kind))));
      }
    }
    String text = "tokens: " + String.join("\ntokens: ", kinds) + "\n";
    if (KNOWN_BORDERS.containsAll(sentences.keySet())) {
      return text;
    }
    if (expressible() == entities) {
      return text + "Each gold entity begins and ends where a token does, in one sentence.\n";
    }
    return text
        + missed(withinTokens, "have borders that no token has")
        + missed(acrossSentences, "are cut by the end of a sentence");
  }

  private String missed(long number, String why) {
    return number == 0
        ? ""
        : String.format(
            Locale.ROOT, "%,d of %,d entities %s: counted as missed\n", number, entities, why);
  }

  private static String meaning(Kind kind) {
    return switch (kind) {
      case OWN -> "own (as ner annotate finds them); entities are compared by characters";
      case OWN_TOKENS -> "own (as ner annotate finds them), in the sentences of the data";
      case OWN_SENTENCES -> "given by the data, in own sentences (as ner annotate finds them)";
      case GIVEN -> "given by the data";
      case GOLD -> "gold (found, then cut at the borders of gold entities, as no user gets them)";
      case PAIRED -> "any (entities are compared by characters)";
    };
  }
}
