package io.github.albertner.label;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The labels a network scores, in the order of its output columns (a checkpoint's {@code
 * id2label}), and the tag scheme they belong to.
 *
 * <p>{@code O} must be there exactly once, no label twice, and there must be at least one entity
 * type. The scheme follows from the prefixes: {@code E-} or {@code S-} make it BIOES, {@code L-} or
 * {@code U-} BILOU; otherwise it is BIO, or IOB1 if a type has {@code I-} without {@code B-}. A
 * type need not have every prefix: a set without {@code I-} labels just names one-word entities
 * only. {@link #withScheme} says it of a network that learned from IOB1 data and has all of {@code
 * B-} and {@code I-}. Immutable and thread-safe.
 */
public final class LabelSet {

  private final List<String> labels;
  private final List<Tag> tags;
  private final Map<String, Integer> indices;
  private final List<String> types;
  private final TagScheme scheme;

  private LabelSet(List<String> labels) {
    this(labels, null);
  }

  private LabelSet(List<String> labels, TagScheme given) {
    this.labels = List.copyOf(labels);
    this.indices = index(this.labels);
    this.tags = parse(this.labels);
    Set<String> seen = new LinkedHashSet<>();
    tags.stream().filter(tag -> !tag.isOutside()).forEach(tag -> seen.add(tag.type()));
    this.types = List.copyOf(seen);
    if (!indices.containsKey("O") || types.isEmpty()) {
      throw new IllegalArgumentException(
          "expected the label O and at least one entity type, found the labels " + this.labels);
    }
    this.scheme = given == null ? schemeOf(tags) : given;
  }

  /**
   * A label set as a checkpoint lists it.
   *
   * @param labels label of each output column, in order
   * @return the set
   * @throws IllegalArgumentException if the labels are not a consistent BIO, IOB1, BIOES or BILOU
   *     set; the message names the offending label
   */
  public static LabelSet of(List<String> labels) {
    return new LabelSet(labels);
  }

  /**
   * The BIO label set of some entity types: {@code O}, then {@code B-} and {@code I-} of each.
   *
   * @param types entity types; their iteration order is kept, repeated ones count once
   * @return the set
   * @throws IllegalArgumentException if there is no type, or a blank one
   */
  public static LabelSet bioOf(Collection<String> types) {
    List<String> labels = new ArrayList<>();
    labels.add("O");
    for (String type : new LinkedHashSet<>(types)) {
      labels.add("B-" + type);
      labels.add("I-" + type);
    }
    return new LabelSet(labels);
  }

  /**
   * The same labels, in another scheme with the same prefixes. A network that learned from IOB1
   * data gives the first word of nearly every entity an {@code I-}; read as BIO, its labels hold
   * next to no entity.
   *
   * @param other BIO or IOB1 for labels with {@code B-} and {@code I-}, else the labels' own
   * @return the set
   * @throws IllegalArgumentException if the labels cannot be of that scheme; the message says why
   */
  public LabelSet withScheme(TagScheme other) {
    if (other == scheme) {
      return this;
    }
    TagScheme own = schemeOf(tags);
    if (other != own && !(own == TagScheme.BIO && other == TagScheme.IOB1)) {
      throw new IllegalArgumentException(
          "expected labels of " + other + ", found those of " + own + ": " + labels);
    }
    return new LabelSet(labels, other);
  }

  /** Whether the labels alone tell their scheme. */
  public boolean tellsScheme() {
    return scheme == schemeOf(tags);
  }

  private static Map<String, Integer> index(List<String> labels) {
    Map<String, Integer> indices = new HashMap<>();
    for (int i = 0; i < labels.size(); i++) {
      Integer earlier = indices.putIfAbsent(labels.get(i), i);
      if (earlier != null) {
        throw new IllegalArgumentException(
            "expected distinct labels, found '"
                + labels.get(i)
                + "' at "
                + earlier
                + " and at "
                + i);
      }
    }
    return Map.copyOf(indices);
  }

  private static List<Tag> parse(List<String> labels) {
    List<Tag> tags = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      try {
        tags.add(Tag.parse(labels.get(i)));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "label " + i + " is not a named-entity tag: " + e.getMessage(), e);
      }
    }
    return List.copyOf(tags);
  }

  private static TagScheme schemeOf(List<Tag> tags) {
    Set<Character> prefixes = new HashSet<>();
    tags.forEach(tag -> prefixes.add(tag.prefix()));
    boolean bioes = prefixes.contains('E') || prefixes.contains('S');
    boolean bilou = prefixes.contains('L') || prefixes.contains('U');
    if (bioes && bilou) {
      throw new IllegalArgumentException(
          "expected labels of one scheme, found E-/S- of BIOES and L-/U- of BILOU in " + tags);
    }
    Set<Tag> all = new HashSet<>(tags);
    if (!bioes && !bilou) {
      boolean orphan =
          tags.stream().anyMatch(t -> t.prefix() == 'I' && !all.contains(new Tag('B', t.type())));
      return orphan ? TagScheme.IOB1 : TagScheme.BIO;
    }
    char last = bioes ? 'E' : 'L';
    for (Tag tag : tags) {
      if (tag.prefix() == 'B' || tag.prefix() == 'I') {
        require(all, new Tag(last, tag.type()), tag);
      }
      if (tag.prefix() == 'I' || tag.prefix() == last) {
        require(all, new Tag('B', tag.type()), tag);
      }
    }
    return bioes ? TagScheme.BIOES : TagScheme.BILOU;
  }

  private static void require(Set<Tag> tags, Tag needed, Tag because) {
    if (!tags.contains(needed)) {
      throw new IllegalArgumentException(
          "expected a label "
              + needed
              + ", because there is "
              + because
              + ", which no legal sequence can use without it");
    }
  }

  /**
   * Returns the number of labels, which is the number of rows of the classifier.
   *
   * @return at least 2
   */
  public int size() {
    return labels.size();
  }

  /**
   * Returns the label of an output column.
   *
   * @param index from 0 to {@code size() - 1}
   * @return the label, for instance {@code B-PER}
   * @throws IndexOutOfBoundsException if there is no such column
   */
  public String label(int index) {
    return labels.get(index);
  }

  /**
   * Returns the parsed label of an output column.
   *
   * @param index from 0 to {@code size() - 1}
   * @return the tag
   * @throws IndexOutOfBoundsException if there is no such column
   */
  public Tag tag(int index) {
    return tags.get(index);
  }

  /**
   * Whether the set has a label.
   *
   * @param label for instance {@code B-PER}
   * @return true if so
   */
  public boolean contains(String label) {
    return indices.containsKey(label);
  }

  /**
   * Returns the output column of a label.
   *
   * @param label for instance {@code B-PER}
   * @return its index
   * @throws IllegalArgumentException if the set has no such label; the message lists those it has
   */
  public int index(String label) {
    Integer index = indices.get(label);
    if (index == null) {
      throw new IllegalArgumentException(
          "expected one of the labels " + labels + ", found '" + label + "'");
    }
    return index;
  }

  /**
   * Returns all labels in column order.
   *
   * @return an immutable list
   */
  public List<String> labels() {
    return labels;
  }

  /**
   * Returns the entity types in the order of their first label.
   *
   * @return an immutable list, not empty
   */
  public List<String> types() {
    return types;
  }

  /**
   * Returns the tag scheme the labels belong to, which decides what sequences are legal.
   *
   * @return the scheme
   */
  public TagScheme scheme() {
    return scheme;
  }

  /**
   * Returns the output column of {@code O}.
   *
   * @return its index
   */
  public int outside() {
    return index("O");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LabelSet that && labels.equals(that.labels) && scheme == that.scheme;
  }

  @Override
  public int hashCode() {
    return labels.hashCode();
  }

  /** Returns the labels in column order. */
  @Override
  public String toString() {
    return labels.toString();
  }
}
