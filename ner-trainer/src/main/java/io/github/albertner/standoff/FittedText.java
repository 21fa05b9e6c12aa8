package io.github.albertner.standoff;

import io.github.albertner.corpus.EntityChange;
import io.github.albertner.corpus.Misaligned;
import io.github.albertner.corpus.TokenChoice;
import io.github.albertner.corpus.WordOrigin;
import io.github.albertner.text.CharRange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The sentences of a text in words that its entities are made of. Sentences and tokens that are
 * found give way to entities, unless the user wants something else: to learn from, and to say in
 * words what is right. What a tagger is given of them stays known.
 *
 * @param sentences in order
 * @param origins of each of them, where its words come from
 * @param entities of the text; where tokens are found, without characters at their ends that no
 *     token has, such as spaces of all kinds
 * @param layout where sentences and tokens come from, for people; {@code {}} stands for who gave
 *     them
 * @param changes what was joined and cut
 */
public record FittedText(
    List<TextSentence> sentences,
    List<WordOrigin> origins,
    List<TextEntity> entities,
    String layout,
    List<EntityChange> changes) {

  /** Copies the lists. */
  public FittedText {
    sentences = List.copyOf(sentences);
    origins = List.copyOf(origins);
    entities = List.copyOf(entities);
    changes = List.copyOf(changes);
  }

  /**
   * Finds what is not given, or not wanted, and fits it.
   *
   * @param segmenter finds sentences and tokens
   * @param choice which tokens scores are for; none for those given, own where there are none
   * @param rule what the user wants done about entities that are not whole tokens of one sentence;
   *     what is found gives way to them unless it is to stop at such, to leave them out or move
   *     them
   * @param place of the text, for messages
   * @param text all of it
   * @param sentences those given, in order; none if they are to be found
   * @param tokens those given, in order; none if they are to be found
   * @param entities in any order
   * @return the text's sentences
   * @throws IOException if OpenNLP's models are needed and not there
   */
  public static FittedText of(
      TextSegmenter segmenter,
      Optional<TokenChoice> choice,
      Optional<Misaligned> rule,
      String place,
      String text,
      List<CharRange> sentences,
      List<CharRange> tokens,
      List<TextEntity> entities)
      throws IOException {
    boolean own = choice.equals(Optional.of(TokenChoice.OWN));
    List<CharRange> givenSentences = own ? List.of() : sentences;
    List<CharRange> givenTokens = own ? List.of() : tokens;
    TextSegmenter.Segmented found = segmenter.segment(text, givenSentences, givenTokens);
    WordOrigin.Kind kind = kind(choice, givenSentences, givenTokens);
    WordOrigin all =
        switch (kind) {
          case GIVEN -> WordOrigin.GIVEN;
          case GOLD -> WordOrigin.GOLD;
          default -> null;
        };
    List<EntityChange> changes = new ArrayList<>();
    Yielding yielding =
        new Yielding(place, text, Yielding.outermost(text, entities), changes, all == null);
    List<TextSentence> fitted = found.sentences();
    boolean yields = rule.orElse(Misaligned.OUTERMOST) == Misaligned.OUTERMOST;
    if (givenSentences.isEmpty() && yields) {
      fitted = yielding.join(fitted);
    }
    List<TextEntity> covered = entities;
    if (givenTokens.isEmpty()) {
      fitted = yields ? yielding.cut(fitted) : fitted;
      covered = covered(text, entities, fitted);
    }
    List<WordOrigin> origins = new ArrayList<>();
    int next = 0;
    for (TextSentence sentence : fitted) {
      int first = next;
      while (next < found.sentences().size()
          && found.sentences().get(next).end() <= sentence.end()) {
        next++;
      }
      List<TextSentence> parts = found.sentences().subList(first, next);
      origins.add(all != null ? all : WordOrigin.own(kind, lengths(parts, sentence)));
    }
    return new FittedText(fitted, origins, covered, found.origin(), changes);
  }

  /** Leaves off what no token has at the ends of entities; one without any token stays as it is. */
  private static List<TextEntity> covered(
      String text, List<TextEntity> entities, List<TextSentence> sentences) {
    TreeMap<Integer, CharRange> tokens = new TreeMap<>();
    sentences.forEach(sentence -> sentence.tokens().forEach(t -> tokens.put(t.begin(), t)));
    List<TextEntity> covered = new ArrayList<>();
    for (TextEntity entity : entities) {
      Map.Entry<Integer, CharRange> before = tokens.floorEntry(entity.begin());
      Map.Entry<Integer, CharRange> after = tokens.ceilingEntry(entity.begin());
      Map.Entry<Integer, CharRange> last = tokens.lowerEntry(entity.end());
      boolean inside = before != null && before.getValue().end() > entity.begin();
      int begin = inside || after == null ? entity.begin() : after.getKey();
      int end = last == null ? entity.end() : Math.min(entity.end(), last.getValue().end());
      boolean inText = entity.begin() >= 0 && entity.end() <= text.length();
      covered.add(inText && begin < end ? entity.at(begin, end) : entity);
    }
    return covered;
  }

  private static WordOrigin.Kind kind(
      Optional<TokenChoice> choice, List<CharRange> sentences, List<CharRange> tokens) {
    if (!sentences.isEmpty() && !tokens.isEmpty()) {
      return WordOrigin.Kind.GIVEN;
    }
    if (choice.equals(Optional.of(TokenChoice.GOLD))) {
      return WordOrigin.Kind.GOLD;
    }
    if (sentences.isEmpty()) {
      return tokens.isEmpty() ? WordOrigin.Kind.OWN : WordOrigin.Kind.OWN_SENTENCES;
    }
    return WordOrigin.Kind.OWN_TOKENS;
  }

  /** Of how many words of a sentence the tokens of those are that it was joined from. */
  private static List<List<Integer>> lengths(List<TextSentence> parts, TextSentence sentence) {
    List<List<Integer>> lengths = new ArrayList<>();
    int word = 0;
    for (TextSentence part : parts) {
      List<Integer> ofPart = new ArrayList<>();
      for (CharRange token : part.tokens()) {
        int first = word;
        while (word < sentence.tokens().size()
            && sentence.tokens().get(word).end() <= token.end()) {
          word++;
        }
        ofPart.add(word - first);
      }
      if (!ofPart.isEmpty()) {
        lengths.add(ofPart);
      }
    }
    return lengths;
  }
}
