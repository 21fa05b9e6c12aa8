package io.github.albertner.evaluate;

import io.github.albertner.corpus.Sentence;
import io.github.albertner.label.EntitySpan;
import io.github.albertner.label.TagScheme;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Compares predicted entities with gold ones, sentence by sentence.
 *
 * <p>The rules, those of {@link ScoringMode#STRICT}:
 *
 * <ul>
 *   <li>An entity is correct if a gold one has the same first word, the same last word and the same
 *       type. Nothing is given for overlap or for the right type alone.
 *   <li>Micro figures are those of all entities together. Macro figures are means over the types
 *       that occur in the gold annotation.
 *   <li>0/0 is 0: precision where nothing was predicted, recall where there is nothing to find.
 *   <li>Token figures compare the BIO tags of both sides, written from the spans: accuracy counts
 *       every word, the token F1 only words whose tag is not {@code O} on the respective side.
 * </ul>
 *
 * <p>Entity precision, recall and F1 equal those of the conlleval script (CoNLL-2000 to 2003) and
 * of OpenNLP's {@code TokenNameFinderEvaluator}. Token accuracy equals conlleval's on tags in BIO;
 * on IOB1 columns conlleval compares the tags as they stand. Not thread-safe.
 */
public final class EntityEvaluator {

  private final SortedMap<String, MatchCounts> types = new TreeMap<>();
  private long sentences;
  private long words;
  private long correctTags;
  private MatchCounts tags = MatchCounts.NONE;

  /** Starts with nothing counted. */
  public EntityEvaluator() {}

  /**
   * Judges one sentence.
   *
   * @param gold entities that are there, in any order, without overlaps
   * @param predicted entities that were found, likewise; probabilities do not matter
   * @param length number of words in the sentence
   * @throws IllegalArgumentException if entities of one side overlap or end after the sentence;
   *     nothing is counted then
   */
  public void add(List<EntitySpan> gold, List<EntitySpan> predicted, int length) {
    List<String> goldTags = TagScheme.BIO.encode(gold, length);
    List<String> predictedTags = TagScheme.BIO.encode(predicted, length);
    addTags(goldTags, predictedTags);
    addEntities(gold, predicted);
    sentences++;
    words += length;
  }

  /**
   * Judges the tags of one sentence as the conlleval script does: entities are {@link
   * ConllevalChunks}, whether legal or not, and a tag is correct if it is the gold one as it
   * stands.
   *
   * @param gold tags of the words
   * @param predicted tags of the same words
   * @throws IllegalArgumentException if a tag cannot be parsed; nothing is counted then
   */
  void addTagged(List<String> gold, List<String> predicted) {
    List<EntitySpan> there = ConllevalChunks.of(gold);
    List<EntitySpan> found = ConllevalChunks.of(predicted);
    addTags(gold, predicted);
    addEntities(there, found);
    sentences++;
    words += gold.size();
  }

  private void addEntities(List<EntitySpan> gold, List<EntitySpan> predicted) {
    EntityMatcher.Match match = EntityMatcher.match(ScoringMode.STRICT, gold, predicted);
    for (int i = 0; i < gold.size(); i++) {
      int correct = match.goldHalves().get(i) / EntityMatcher.FULL;
      types.merge(
          match.gold().get(i).type(), new MatchCounts(1, correct, correct), MatchCounts::plus);
    }
    for (int i = 0; i < predicted.size(); i++) {
      if (match.predictedHalves().get(i) == 0) {
        types.merge(match.predicted().get(i).type(), new MatchCounts(0, 1, 0), MatchCounts::plus);
      }
    }
  }

  private void addTags(List<String> gold, List<String> predicted) {
    long inGold = 0;
    long inPredicted = 0;
    long correct = 0;
    for (int word = 0; word < gold.size(); word++) {
      boolean entity = !gold.get(word).equals("O");
      boolean same = gold.get(word).equals(predicted.get(word));
      inGold += entity ? 1 : 0;
      inPredicted += predicted.get(word).equals("O") ? 0 : 1;
      correct += entity && same ? 1 : 0;
      correctTags += same ? 1 : 0;
    }
    tags = tags.plus(new MatchCounts(inGold, inPredicted, correct));
  }

  static void checkSizes(List<Sentence> gold, List<List<EntitySpan>> predicted) {
    if (gold.size() != predicted.size()) {
      throw new IllegalArgumentException(
          "expected predictions for each of %s sentences, found %s"
              .formatted(gold.size(), predicted.size()));
    }
  }

  /** The scores of all sentences of a corpus. */
  public static EntityScores scores(List<Sentence> gold, List<List<EntitySpan>> predicted) {
    checkSizes(gold, predicted);
    EntityEvaluator evaluator = new EntityEvaluator();
    for (int i = 0; i < gold.size(); i++) {
      Sentence sentence = gold.get(i);
      evaluator.add(sentence.entities(), predicted.get(i), sentence.words().size());
    }
    return evaluator.scores();
  }

  /**
   * Returns the scores of all sentences so far.
   *
   * @return a value that later sentences do not change
   */
  public EntityScores scores() {
    return new EntityScores(sentences, words, correctTags, tags, types);
  }
}
