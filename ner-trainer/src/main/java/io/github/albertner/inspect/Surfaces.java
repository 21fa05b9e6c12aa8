package io.github.albertner.inspect;

import io.github.albertner.corpus.Sentence;
import io.github.albertner.label.EntitySpan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where the surfaces of entities, which are their words, occur in a corpus. */
final class Surfaces {

  /**
   * What a surface is labelled with.
   *
   * @param types number of entities by type
   * @param first place of the first entity of each type
   */
  record Use(Map<String, Integer> types, Map<String, String> first) {

    int entities() {
      return types.values().stream().mapToInt(Integer::intValue).sum();
    }

    int mostFrequent() {
      return types.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /** LOC 12, ORG 3. */
    String counts() {
      List<String> counts = new ArrayList<>();
      types.entrySet().stream()
          .sorted((a, b) -> b.getValue() - a.getValue())
          .forEach(type -> counts.add(type.getKey() + " " + Texts.number(type.getValue())));
      return String.join(", ", counts);
    }
  }

  private Surfaces() {}

  /** The uses of each surface, as its words. */
  static Map<List<String>, Use> of(List<CorpusPart> parts) {
    Map<List<String>, Use> uses = new HashMap<>();
    for (CorpusPart part : parts) {
      for (int i = 0; i < part.sentences().size(); i++) {
        Sentence sentence = part.sentences().get(i);
        for (EntitySpan entity : sentence.entities()) {
          Use use =
              uses.computeIfAbsent(
                  sentence.covered(entity), words -> new Use(new TreeMap<>(), new TreeMap<>()));
          use.types().merge(entity.type(), 1, Integer::sum);
          if (!use.first().containsKey(entity.type())) {
            use.first().put(entity.type(), Texts.around(part, i, entity.begin(), entity.end()));
          }
        }
      }
    }
    return uses;
  }
}
