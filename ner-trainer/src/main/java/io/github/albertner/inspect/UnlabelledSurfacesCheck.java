package io.github.albertner.inspect;

import io.github.albertner.corpus.Sentence;
import io.github.albertner.label.EntitySpan;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Surfaces that are usually entities and somewhere are not: at least {@value #FEWEST} times
 * labelled, and more often than not. Those places may have been missed. A warning from {@value
 * #WARNING_PERCENT} % of the entities on.
 */
final class UnlabelledSurfacesCheck implements Check {
  static final int FEWEST = 3;
  static final int WARNING_PERCENT = 2;

  /** Occurrences of a surface of which no word is in an entity. */
  private static final class Unlabelled {
    private int count;
    private String first = "";
  }

  private record Suspect(List<String> words, Surfaces.Use use, Unlabelled unlabelled) {
    String example() {
      return "%s: %s, unlabelled %s; %s"
          .formatted(
              Texts.surface(words), use.counts(), Texts.number(unlabelled.count), unlabelled.first);
    }
  }

  @Override
  public List<Finding> findings(List<CorpusPart> parts, ModelPieces pieces) {
    Map<List<String>, Surfaces.Use> uses = Surfaces.of(parts);
    uses.values().removeIf(use -> use.entities() < FEWEST);
    Map<List<String>, Unlabelled> unlabelled = unlabelled(parts, lengthsByFirstWord(uses), uses);
    List<Suspect> suspects =
        unlabelled.entrySet().stream()
            .map(e -> new Suspect(e.getKey(), uses.get(e.getKey()), e.getValue()))
            .filter(suspect -> suspect.unlabelled.count < suspect.use.entities())
            .sorted(
                Comparator.comparing((Suspect s) -> -s.unlabelled.count)
                    .thenComparing(s -> -s.use.entities())
                    .thenComparing(s -> Texts.surface(s.words)))
            .toList();
    if (suspects.isEmpty()) {
      return List.of();
    }
    long places = suspects.stream().mapToLong(suspect -> suspect.unlabelled.count).sum();
    long entities = parts.stream().mapToLong(part -> part.entities().count()).sum();
    return List.of(
        new Finding(
            "unlabelled-surfaces",
            places * 100 >= entities * WARNING_PERCENT ? Severity.WARNING : Severity.NOTE,
            places,
            "%s that usually %s unlabelled in %s"
                .formatted(
                    Texts.count(suspects.size(), "surface", "surfaces"),
                    suspects.size() == 1 ? "is an entity is" : "are entities are",
                    Texts.count(places, "place", "places")),
            "see whether entities were missed there",
            suspects.stream().limit(Finding.EXAMPLES).map(Suspect::example).toList()));
  }

  private static Map<String, SortedSet<Integer>> lengthsByFirstWord(
      Map<List<String>, Surfaces.Use> uses) {
    Map<String, SortedSet<Integer>> lengths = new HashMap<>();
    uses.keySet()
        .forEach(
            words -> lengths.computeIfAbsent(words.get(0), w -> new TreeSet<>()).add(words.size()));
    return lengths;
  }

  private static Map<List<String>, Unlabelled> unlabelled(
      List<CorpusPart> parts,
      Map<String, SortedSet<Integer>> lengths,
      Map<List<String>, Surfaces.Use> uses) {
    Map<List<String>, Unlabelled> found = new HashMap<>();
    for (CorpusPart part : parts) {
      for (int i = 0; i < part.sentences().size(); i++) {
        Sentence sentence = part.sentences().get(i);
        List<String> words = sentence.words();
        for (int begin = 0; begin < words.size(); begin++) {
          for (int length : lengths.getOrDefault(words.get(begin), new TreeSet<>())) {
            int end = begin + length;
            if (end <= words.size()
                && uses.containsKey(words.subList(begin, end))
                && isOutside(sentence, begin, end)) {
              Unlabelled one =
                  found.computeIfAbsent(
                      List.copyOf(words.subList(begin, end)), w -> new Unlabelled());
              one.first = one.count == 0 ? Texts.around(part, i, begin, end) : one.first;
              one.count++;
            }
          }
        }
      }
    }
    return found;
  }

  private static boolean isOutside(Sentence sentence, int begin, int end) {
    return sentence.entities().stream()
        .noneMatch((EntitySpan entity) -> entity.begin() < end && begin < entity.end());
  }
}
