package io.github.albertner.evaluate;

import io.github.albertner.label.EntitySpan;
import io.github.albertner.label.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Entities as the conlleval script (Erik Tjong Kim Sang, 2000 to 2004) reads them from tags. It
 * looks at two neighbouring tags: between two of different types an entity ends and the next
 * begins; between two of one type, only where its tables say so.
 *
 * <p>The tables know {@code B-}, {@code I-} and {@code E-}. They have no entry for {@code E-}
 * before {@code B-}, and none for {@code S-}, {@code L-} and {@code U-}. So neighbours of one type
 * are one entity there, which no other reader of BIOES and BILOU makes of them.
 */
final class ConllevalChunks {

  /** Pairs of prefixes, of one type, between which an entity ends; the script's endOfChunk. */
  private static final Set<String> ENDS = Set.of("BB", "BO", "IB", "IO", "EE", "EI", "EO");

  /** Pairs of prefixes, of one type, at whose second one begins; the script's startOfChunk. */
  private static final Set<String> STARTS = Set.of("BB", "IB", "OB", "OI", "EE", "EI", "OE");

  private ConllevalChunks() {}

  /**
   * Reads a sentence's entities.
   *
   * @param tags of its words
   * @return in order
   * @throws IllegalArgumentException if a tag cannot be parsed
   */
  static List<EntitySpan> of(List<String> tags) {
    List<EntitySpan> chunks = new ArrayList<>();
    Tag previous = Tag.OUTSIDE;
    int begin = 0;
    for (int word = 0; word <= tags.size(); word++) {
      Tag tag = word < tags.size() ? Tag.parse(tags.get(word)) : Tag.OUTSIDE;
      String pair = "" + previous.prefix() + tag.prefix();
      boolean otherType = !previous.type().equals(tag.type());
      if (ENDS.contains(pair) || (!previous.isOutside() && otherType)) {
        chunks.add(new EntitySpan(begin, word, previous.type()));
      }
      if (STARTS.contains(pair) || (!tag.isOutside() && otherType)) {
        begin = word;
      }
      previous = tag;
    }
    return chunks;
  }
}
