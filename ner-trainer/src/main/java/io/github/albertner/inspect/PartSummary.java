package io.github.albertner.inspect;

import io.github.albertner.corpus.Sentence;
import io.github.albertner.label.EntitySpan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a part is made of.
 *
 * @param name of the part
 * @param files it was read from
 * @param documents marked in them; the beginning of a file counts as the beginning of one
 * @param sentences how many
 * @param words in them
 * @param sentencesWithoutEntity how many have none
 * @param lengths of the sentences, in pieces
 * @param longSentences how many do not fit one window
 * @param windows that those are cut into
 * @param types the entities, by type in alphabetical order
 */
public record PartSummary(
    String name,
    int files,
    long documents,
    long sentences,
    long words,
    long sentencesWithoutEntity,
    LengthDistribution lengths,
    long longSentences,
    long windows,
    List<TypeSummary> types) {

  /** Copies the list. */
  public PartSummary {
    types = List.copyOf(types);
  }

  /** Number of entities of all types. */
  public long entities() {
    return types.stream().mapToLong(TypeSummary::entities).sum();
  }

  /** Number of entities whose surface the first part has with the same type. */
  public long seenEntities() {
    return types.stream().mapToLong(TypeSummary::seen).sum();
  }

  static PartSummary of(CorpusPart part, CorpusPart first, ModelPieces pieces) {
    List<Integer> lengths = new ArrayList<>();
    long words = 0;
    long without = 0;
    long longSentences = 0;
    long windows = 0;
    for (Sentence sentence : part.sentences()) {
      int length = pieces.count(sentence.words());
      lengths.add(length);
      words += sentence.words().size();
      without += sentence.entities().isEmpty() ? 1 : 0;
      if (length > pieces.capacity()) {
        longSentences++;
        windows += pieces.windows(sentence.words());
      }
    }
    return new PartSummary(
        part.name(),
        part.statistics().files().size(),
        part.statistics().documents(),
        part.sentences().size(),
        words,
        without,
        new LengthDistribution(lengths),
        longSentences,
        windows,
        types(part, first));
  }

  private static List<TypeSummary> types(CorpusPart part, CorpusPart first) {
    Map<String, List<List<String>>> surfaces = surfaces(part);
    Map<String, List<List<String>>> learned = surfaces(first);
    double all = part.entities().count();
    List<TypeSummary> types = new ArrayList<>();
    surfaces.forEach(
        (type, found) -> {
          Set<List<String>> known = new HashSet<>(learned.getOrDefault(type, List.of()));
          types.add(
              new TypeSummary(
                  type,
                  found.size(),
                  found.size() / all,
                  found.stream().distinct().count(),
                  found.stream().mapToInt(List::size).average().orElseThrow(),
                  found.stream().mapToInt(List::size).max().orElseThrow(),
                  found.stream().filter(known::contains).count()));
        });
    return types;
  }

  private static Map<String, List<List<String>>> surfaces(CorpusPart part) {
    Map<String, List<List<String>>> surfaces = new TreeMap<>();
    for (Sentence sentence : part.sentences()) {
      for (EntitySpan entity : sentence.entities()) {
        surfaces
            .computeIfAbsent(entity.type(), type -> new ArrayList<>())
            .add(sentence.covered(entity));
      }
    }
    return surfaces;
  }
}
