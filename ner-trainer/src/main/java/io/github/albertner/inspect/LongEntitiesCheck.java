package io.github.albertner.inspect;

import io.github.albertner.corpus.Sentence;
import io.github.albertner.label.EntitySpan;
import java.util.ArrayList;
import java.util.List;

/**
 * Entities of more than {@value #WORDS} words: names are hardly ever so long, two entities joined
 * by mistake are.
 */
final class LongEntitiesCheck implements Check {
  static final int WORDS = 12;

  @Override
  public List<Finding> findings(List<CorpusPart> parts, ModelPieces pieces) {
    List<String> examples = new ArrayList<>();
    for (CorpusPart part : parts) {
      for (int i = 0; i < part.sentences().size(); i++) {
        Sentence sentence = part.sentences().get(i);
        for (EntitySpan entity : sentence.entities()) {
          if (entity.length() > WORDS) {
            examples.add(
                entity.length() + " words, " + Texts.around(part, i, entity.begin(), entity.end()));
          }
        }
      }
    }
    return examples.isEmpty()
        ? List.of()
        : List.of(
            new Finding(
                "long-entities",
                Severity.NOTE,
                examples.size(),
                "%s more than %d words"
                    .formatted(Texts.count(examples.size(), "entity has", "entities have"), WORDS),
                "see whether several were joined",
                examples));
  }
}
