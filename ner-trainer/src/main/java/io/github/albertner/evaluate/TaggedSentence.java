package io.github.albertner.evaluate;

import io.github.albertner.label.EntitySpan;
import io.github.albertner.label.TagScheme;
import java.util.List;

/**
 * A sentence with the tags of two columns, as they stand in a file.
 *
 * @param words at least one
 * @param gold a tag for each word: what is there
 * @param predicted a tag for each word: what was found
 * @param startsDocument whether the file begins a document here
 */
public record TaggedSentence(
    List<String> words, List<String> gold, List<String> predicted, boolean startsDocument) {

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if there is no word, or not a tag for each on either side
   */
  public TaggedSentence {
    words = List.copyOf(words);
    gold = List.copyOf(gold);
    predicted = List.copyOf(predicted);
    if (words.isEmpty() || words.size() != gold.size() || words.size() != predicted.size()) {
      throw new IllegalArgumentException(
          "expected words with two tags each, found %s words, %s gold and %s predicted tags"
              .formatted(words.size(), gold.size(), predicted.size()));
    }
  }

  /**
   * The entities that legal tags mean: those whose tags are the ones that the scheme would write
   * for them. Others are no entities, as in seqeval's strict mode.
   *
   * @throws IllegalArgumentException if a tag cannot be parsed
   */
  static List<EntitySpan> legal(List<String> tags, TagScheme scheme) {
    List<EntitySpan> repaired = scheme.decode(tags);
    List<String> written = scheme.encode(repaired, tags.size());
    return repaired.stream()
        .filter(
            span ->
                tags.subList(span.begin(), span.end())
                    .equals(written.subList(span.begin(), span.end())))
        .toList();
  }
}
