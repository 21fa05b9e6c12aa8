package io.github.albertner.label;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The ways in which corpora write entity spans as one tag per word.
 *
 * <p>Reading is the same for all of them, see {@link #decode}; writing ({@link #encode}) and
 * legality ({@link #violations}) differ. The place before a sentence's first word and the one after
 * its last count as {@code O}.
 */
public enum TagScheme {
  /**
   * {@code B-} only where an entity follows another one directly; every other entity begins with
   * {@code I-}.
   */
  IOB1("BI", "B- must directly follow a word of another entity"),

  /** Also called IOB2: every entity begins with {@code B-} and goes on with {@code I-}. */
  BIO("BI", "I- must follow B- or I- of the same type"),

  /**
   * Entities of one word are {@code S-}, longer ones run from {@code B-} through {@code I-} to
   * {@code E-}.
   */
  BIOES("BIES", "B- and I- must be followed by I- or E- of the same type, and only they may be"),

  /**
   * As {@link #BIOES}, with {@code L-} (last) for {@code E-} and {@code U-} (unit) for {@code S-}.
   */
  BILOU("BILU", "B- and I- must be followed by I- or L- of the same type, and only they may be");

  private final String prefixes;
  private final String rule;

  TagScheme(String prefixes, String rule) {
    this.prefixes = prefixes;
    this.rule = rule;
  }

  /**
   * Reads the spans that the tags mean, repairing illegal sequences as the conlleval script does
   * for {@code B-} and {@code I-}: an entity begins at every {@code B-}, {@code S-} or {@code U-},
   * and at any other tag that follows {@code O}, {@code E-}, {@code L-}, {@code S-}, {@code U-} or
   * another type; it goes on while none begins and no {@code O} comes. Well-formed tags never fail,
   * whichever scheme they are from.
   *
   * @param tags one tag per word
   * @return spans in order, without overlaps, of probability 1
   * @throws IllegalArgumentException if a tag cannot be parsed
   */
  public List<EntitySpan> decode(List<String> tags) {
    return spans(tags.stream().map(Tag::parse).toList());
  }

  /** As {@link #decode}, for tags already parsed. */
  static List<EntitySpan> spans(List<Tag> tags) {
    List<EntitySpan> spans = new ArrayList<>();
    Tag previous = Tag.OUTSIDE;
    int begin = -1;
    for (int word = 0; word <= tags.size(); word++) {
      Tag tag = word < tags.size() ? tags.get(word) : Tag.OUTSIDE;
      boolean continues = continues(previous, tag);
      if (!continues && begin >= 0) {
        spans.add(new EntitySpan(begin, word, previous.type()));
        begin = -1;
      }
      if (!continues && !tag.isOutside()) {
        begin = word;
      }
      previous = tag;
    }
    return List.copyOf(spans);
  }

  private static boolean continues(Tag previous, Tag tag) {
    return !tag.isOutside()
        && !tag.opens()
        && !previous.isOutside()
        && !previous.closes()
        && previous.type().equals(tag.type());
  }

  /**
   * Writes spans as tags; {@link #decode} gives the same spans back.
   *
   * @param spans in any order; their probabilities do not matter
   * @param length number of words in the sentence
   * @return {@code length} tags
   * @throws IllegalArgumentException if two spans overlap or one ends after the sentence
   */
  public List<String> encode(List<EntitySpan> spans, int length) {
    List<EntitySpan> ordered =
        spans.stream().sorted(Comparator.comparingInt(EntitySpan::begin)).toList();
    List<String> tags = new ArrayList<>(length);
    EntitySpan previous = null;
    for (EntitySpan span : ordered) {
      check(previous, span, length);
      while (tags.size() < span.begin()) {
        tags.add(Tag.OUTSIDE.toString());
      }
      boolean touching =
          previous != null && previous.end() == span.begin() && previous.type().equals(span.type());
      for (int word = span.begin(); word < span.end(); word++) {
        tags.add(new Tag(prefix(span, word, touching), span.type()).toString());
      }
      previous = span;
    }
    while (tags.size() < length) {
      tags.add(Tag.OUTSIDE.toString());
    }
    return List.copyOf(tags);
  }

  private static void check(EntitySpan previous, EntitySpan span, int length) {
    if (span.end() > length) {
      throw new IllegalArgumentException(
          "expected spans within a sentence of " + length + " words, found " + span);
    }
    if (previous != null && previous.end() > span.begin()) {
      throw new IllegalArgumentException(
          "one tag per word cannot hold overlapping spans, found " + previous + " and " + span);
    }
  }

  private char prefix(EntitySpan span, int word, boolean touching) {
    boolean first = word == span.begin();
    boolean last = word == span.end() - 1;
    return switch (this) {
      case IOB1 -> first && touching ? 'B' : 'I';
      case BIO -> first ? 'B' : 'I';
      case BIOES -> first ? (last ? 'S' : 'B') : (last ? 'E' : 'I');
      case BILOU -> first ? (last ? 'U' : 'B') : (last ? 'L' : 'I');
    };
  }

  /** Whether {@code tag} belongs to this scheme at all. */
  boolean contains(Tag tag) {
    return tag.isOutside() || prefixes.indexOf(tag.prefix()) >= 0;
  }

  /** Whether {@code next} may directly follow {@code previous}, both of this scheme. */
  boolean allows(Tag previous, Tag next) {
    return switch (this) {
      case IOB1 -> next.prefix() != 'B' || !previous.isOutside();
      case BIO -> next.prefix() != 'I' || continues(previous, next);
      case BIOES, BILOU -> {
        boolean open = previous.prefix() == 'B' || previous.prefix() == 'I';
        boolean begins = next.isOutside() || next.opens();
        yield open ? continues(previous, next) : begins;
      }
    };
  }

  /**
   * Names the first tag that breaks this scheme, for readers that refuse rather than repair.
   *
   * @param tags one tag per word
   * @return empty if all are legal; otherwise a line such as {@code word 3: found I-LOC after
   *     B-PER, but ...}
   */
  public Optional<String> firstViolation(List<String> tags) {
    return violations(tags).stream().findFirst().map(TagViolation::toString);
  }

  /**
   * Lists the tags that break this scheme: those that cannot be parsed, have a prefix of another
   * scheme, may not follow their predecessor, or leave an entity open at the end.
   *
   * @param tags one tag per word
   * @return violations in word order; empty if the sequence is legal
   */
  public List<TagViolation> violations(List<String> tags) {
    List<TagViolation> violations = new ArrayList<>();
    Tag previous = Tag.OUTSIDE;
    for (int word = 0; word < tags.size(); word++) {
      Tag tag;
      try {
        tag = Tag.parse(tags.get(word));
      } catch (IllegalArgumentException e) {
        violations.add(new TagViolation(word, e.getMessage()));
        previous = Tag.OUTSIDE;
        continue;
      }
      if (!contains(tag)) {
        String known = "O, " + String.join(", ", prefixes.split("")).replaceAll("([A-Z])", "$1-");
        violations.add(
            new TagViolation(word, "found " + tag + ", but " + this + " has only " + known));
      } else if (contains(previous) && !allows(previous, tag)) {
        String place = word == 0 ? " at the start" : " after " + previous;
        violations.add(
            new TagViolation(word, "found " + tag + place + ", but in " + this + " " + rule));
      }
      previous = tag;
    }
    if (contains(previous) && !allows(previous, Tag.OUTSIDE)) {
      violations.add(
          new TagViolation(
              tags.size() - 1, "found " + previous + " at the end, but in " + this + " " + rule));
    }
    return violations;
  }

  /**
   * Finds the scheme that a corpus is written in: the one with the fewest violations over all
   * sentences. Ties go to {@link #BIO}, then in the order {@link #IOB1}, {@link #BIOES}, {@link
   * #BILOU}; so a corpus with no entities is BIO.
   *
   * @param sentences the tags of each sentence; iterated once
   * @return the scheme; {@link #decode} reads even what is illegal under it
   */
  public static TagScheme detect(Iterable<List<String>> sentences) {
    Map<TagScheme, Long> counts = new EnumMap<>(TagScheme.class);
    for (List<String> tags : sentences) {
      for (TagScheme scheme : values()) {
        counts.merge(scheme, (long) scheme.violations(tags).size(), Long::sum);
      }
    }
    TagScheme best = BIO;
    for (TagScheme scheme : values()) {
      if (counts.getOrDefault(scheme, 0L) < counts.getOrDefault(best, 0L)) {
        best = scheme;
      }
    }
    return best;
  }
}
