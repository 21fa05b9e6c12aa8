package io.github.albertner.inspect;

import io.github.albertner.corpus.Sentence;
import io.github.albertner.label.EntitySpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Entities of more than {@value #WORDS} words: names are hardly ever so long, two entities joined
 * by mistake are.
 */
final class LongEntitiesCheck implements Check {
  static final int WORDS = 12;

  private record Place(CorpusPart part, int index, EntitySpan entity) {
    String example() {
      return entity.length() + " words, " + Texts.around(part, index, entity.begin(), entity.end());
    }
  }

  @Override
  public List<Finding> findings(List<CorpusPart> parts, ModelPieces pieces) {
    List<Place> places = new ArrayList<>();
    for (CorpusPart part : parts) {
      for (int i = 0; i < part.sentences().size(); i++) {
        Sentence sentence = part.sentences().get(i);
        for (EntitySpan entity : sentence.entities()) {
          if (entity.length() > WORDS) {
            places.add(new Place(part, i, entity));
          }
        }
      }
    }
    return places.isEmpty()
        ? List.of()
        : List.of(
            new Finding(
                "long-entities",
                Severity.NOTE,
                places.size(),
                "%s more than %s words"
                    .formatted(Texts.count(places.size(), "entity has", "entities have"), WORDS),
                "see whether several were joined",
                places.stream()
                    .sorted(Comparator.comparing(place -> -place.entity().length()))
                    .limit(Finding.EXAMPLES)
                    .map(Place::example)
                    .toList()));
  }
}
