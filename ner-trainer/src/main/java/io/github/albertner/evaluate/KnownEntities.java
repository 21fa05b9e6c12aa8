package io.github.albertner.evaluate;

import io.github.albertner.corpus.Sentence;
import io.github.albertner.label.EntitySpan;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * The entities that a training corpus names: which of those in the test data, or among the
 * predictions, a model has seen. An entity is seen if the same words, in the same case, were
 * annotated with the same type; a name known under another type is unseen. Words are compared as
 * characters, wherever tokens begin and end.
 */
public final class KnownEntities {

  private record Name(String characters, String type) {
    static Name of(Sentence sentence, EntitySpan entity) {
      return new Name(String.join("", sentence.covered(entity)), entity.type());
    }
  }

  private final Set<Name> names = new HashSet<>();

  private KnownEntities() {}

  /**
   * Collects the entities of a corpus.
   *
   * @param training what a model learned from
   * @return all its entities
   */
  public static KnownEntities of(Collection<Sentence> training) {
    KnownEntities known = new KnownEntities();
    for (Sentence sentence : training) {
      for (EntitySpan entity : sentence.entities()) {
        known.names.add(Name.of(sentence, entity));
      }
    }
    return known;
  }

  /**
   * Whether an entity is seen.
   *
   * @param sentence where it stands
   * @param entity gold or predicted
   * @return true if the training corpus has an entity of these words and this type
   */
  public boolean contains(Sentence sentence, EntitySpan entity) {
    return names.contains(Name.of(sentence, entity));
  }

  /**
   * The number of different entities.
   *
   * @return pairs of words and type
   */
  public int size() {
    return names.size();
  }
}
