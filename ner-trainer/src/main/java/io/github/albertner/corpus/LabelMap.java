package io.github.albertner.corpus;

import io.github.albertner.label.EntitySpan;
import io.github.albertner.suggest.NearestName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Entity types to be called otherwise, or left out. Types that it does not mention stay.
 *
 * <p>Written {@code PER=person,ORG=organization,MISC=}: the types of the corpus on the left, what
 * they become on the right; nothing on the right leaves these entities out.
 */
public final class LabelMap {

  /** The map that changes nothing. */
  public static final LabelMap NONE = new LabelMap(Map.of());

  private final Map<String, String> targets;

  private LabelMap(Map<String, String> targets) {
    this.targets = Collections.unmodifiableMap(new LinkedHashMap<>(targets));
  }

  /**
   * Reads a label map.
   *
   * @param text as described above; spaces around types do not count; blank for {@link #NONE}
   * @return the map
   * @throws IllegalArgumentException if an entry has no {@code =} or nothing before it, or a type
   *     is mapped twice
   */
  public static LabelMap parse(String text) {
    Map<String, String> targets = new LinkedHashMap<>();
    for (String entry : text.isBlank() ? new String[0] : text.split(",", -1)) {
      int equals = entry.indexOf('=');
      String source = equals < 0 ? "" : entry.substring(0, equals).strip();
      if (source.isEmpty()) {
        throw new IllegalArgumentException(
            "expected a label map such as PER=person,ORG=organization,MISC= found '"
                + entry
                + "' in '"
                + text
                + "'");
      }
      String target = entry.substring(equals + 1).strip();
      if (targets.putIfAbsent(source, target) != null) {
        throw new IllegalArgumentException(
            "label map '" + text + "' maps " + source + " twice; leave one entry");
      }
    }
    return new LabelMap(targets);
  }

  /**
   * Applies the map to a corpus.
   *
   * @param sentences the sentences
   * @return as many sentences, with mapped types
   * @throws IllegalArgumentException if the map mentions a type that no sentence has
   */
  public List<Sentence> apply(Collection<Sentence> sentences) {
    Set<String> known = new TreeSet<>();
    sentences.forEach(s -> s.entities().forEach(e -> known.add(e.type())));
    check(known);
    List<Sentence> mapped = new ArrayList<>(sentences.size());
    sentences.forEach(sentence -> mapped.add(apply(sentence)));
    return mapped;
  }

  /**
   * Checks that every type the map mentions is there.
   *
   * @param known the types of a corpus
   * @throws IllegalArgumentException if the map mentions another one
   */
  public void check(Collection<String> known) {
    for (String source : targets.keySet()) {
      if (!known.contains(source)) {
        throw new IllegalArgumentException(
            "label map entry "
                + source
                + "="
                + targets.get(source)
                + " names a type that the corpus does not have"
                + NearestName.hint(source, known)
                + "; its types: "
                + (known.isEmpty() ? "none" : String.join(", ", known)));
      }
    }
  }

  /**
   * Applies the map to one sentence.
   *
   * @param sentence the sentence
   * @return the sentence with mapped types
   */
  public Sentence apply(Sentence sentence) {
    List<EntitySpan> mapped = new ArrayList<>();
    for (EntitySpan entity : sentence.entities()) {
      target(entity.type())
          .ifPresent(
              target ->
                  mapped.add(
                      new EntitySpan(entity.begin(), entity.end(), target, entity.probability())));
    }
    return sentence.withEntities(mapped);
  }

  /**
   * What becomes of a type.
   *
   * @param type as in the corpus
   * @return its name from now on, or nothing if its entities are left out
   */
  public Optional<String> target(String type) {
    return Optional.of(targets.getOrDefault(type, type)).filter(target -> !target.isEmpty());
  }

  /**
   * The types that the map mentions on its left.
   *
   * @return unmodifiable
   */
  public Set<String> sources() {
    return targets.keySet();
  }

  /** Returns the map as it is written, for reports and provenance. */
  @Override
  public String toString() {
    List<String> entries = new ArrayList<>();
    targets.forEach((source, target) -> entries.add(source + "=" + target));
    return String.join(",", entries);
  }
}
