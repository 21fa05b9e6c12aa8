package io.github.albertner.corpus;

import io.github.albertner.label.EntitySpan;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A sentence of a corpus: words, and the entities among them.
 *
 * @param words at least one, none of them empty
 * @param entities within the words, without overlaps; kept in order of their first word
 * @param startsDocument whether a new document begins here, so that nothing learned from the
 *     sentences before applies (OpenNLP clears its adaptive data)
 * @param origin where the words come from; two sentences that differ in nothing else are equal
 */
public record Sentence(
    List<String> words, List<EntitySpan> entities, boolean startsDocument, WordOrigin origin) {

  /**
   * Copies both lists and puts the entities in order.
   *
   * @throws IllegalArgumentException if there is no word, a word is empty, an entity ends after the
   *     last word, two entities overlap, or own tokens are not made of just the words
   */
  public Sentence {
    words = List.copyOf(words);
    entities = entities.stream().sorted(Comparator.comparingInt(EntitySpan::begin)).toList();
    if (words.isEmpty()) {
      throw new IllegalArgumentException("expected at least one word in a sentence, found none");
    }
    int empty = words.indexOf("");
    if (empty >= 0) {
      throw new IllegalArgumentException("word " + (empty + 1) + " of " + words + " is empty");
    }
    EntitySpan previous = null;
    for (EntitySpan entity : entities) {
      if (entity.end() > words.size()) {
        throw new IllegalArgumentException(
            "expected entities within " + words.size() + " words, found " + entity);
      }
      if (previous != null && previous.overlaps(entity)) {
        throw new IllegalArgumentException(
            "expected entities that do not overlap, found " + previous + " and " + entity);
      }
      previous = entity;
    }
    if (origin.isOwn() && origin.words() != words.size()) {
      throw new IllegalArgumentException(
          "expected own tokens of " + words.size() + " words, found " + origin);
    }
  }

  /**
   * A sentence whose words are given.
   *
   * @param words as above
   * @param entities as above
   * @param startsDocument as above
   * @throws IllegalArgumentException as above
   */
  public Sentence(List<String> words, List<EntitySpan> entities, boolean startsDocument) {
    this(words, entities, startsDocument, WordOrigin.GIVEN);
  }

  /**
   * The words of an entity.
   *
   * @param entity a span within this sentence
   * @return its words, in order
   */
  public List<String> covered(EntitySpan entity) {
    return words.subList(entity.begin(), entity.end());
  }

  /**
   * The same words with other entities.
   *
   * @param others the entities to have instead
   * @return a new sentence
   */
  public Sentence withEntities(List<EntitySpan> others) {
    return new Sentence(words, others, startsDocument, origin);
  }

  /**
   * The same words and entities, at a document's start or not.
   *
   * @param starts whether a document begins here
   * @return this sentence if it is so already, otherwise a new one
   */
  public Sentence withStartsDocument(boolean starts) {
    return starts == startsDocument ? this : new Sentence(words, entities, starts, origin);
  }

  /**
   * The same sentence with another origin of its words.
   *
   * @param other where they come from
   * @return a new sentence
   * @throws IllegalArgumentException if own tokens are not made of just the words
   */
  public Sentence withOrigin(WordOrigin other) {
    return new Sentence(words, entities, startsDocument, other);
  }

  /** Whether words, entities and document start are the same. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Sentence sentence
        && words.equals(sentence.words)
        && entities.equals(sentence.entities)
        && startsDocument == sentence.startsDocument;
  }

  @Override
  public int hashCode() {
    return Objects.hash(words, entities, startsDocument);
  }
}
