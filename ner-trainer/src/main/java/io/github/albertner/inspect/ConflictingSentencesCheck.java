package io.github.albertner.inspect;

import io.github.albertner.corpus.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sentences of the same words with different entities, in one part or in two. */
final class ConflictingSentencesCheck implements Check {

  private record Place(CorpusPart part, int index) {
    Sentence sentence() {
      return part.sentences().get(index);
    }
  }

  @Override
  public List<Finding> findings(List<CorpusPart> parts, ModelPieces pieces) {
    Map<List<String>, Place> first = new LinkedHashMap<>();
    Map<List<String>, Place> other = new LinkedHashMap<>();
    for (CorpusPart part : parts) {
      for (int i = 0; i < part.sentences().size(); i++) {
        Place place = new Place(part, i);
        Place before = first.putIfAbsent(place.sentence().words(), place);
        if (before != null && !before.sentence().entities().equals(place.sentence().entities())) {
          other.putIfAbsent(place.sentence().words(), place);
        }
      }
    }
    List<String> examples = new ArrayList<>();
    other.forEach(
        (words, place) -> {
          Place before = first.get(words);
          examples.add(
              Texts.sentence(before.part(), before.index())
                  + " / "
                  + Texts.sentence(place.part(), place.index()));
        });
    return other.isEmpty()
        ? List.of()
        : List.of(
            new Finding(
                "conflicting-sentences",
                Severity.WARNING,
                other.size(),
                Texts.count(other.size(), "text is", "texts are")
                    + " annotated in more than one way",
                "decide for one of them",
                examples));
  }
}
