package io.github.albertner.text;

import io.github.albertner.label.EntitySpan;
import java.util.List;

/**
 * A sentence with its entities, placed in its input.
 *
 * @param begin where it begins in the input
 * @param end where it ends
 * @param text what lies between
 * @param words its tokens' text
 * @param spans its entities by token, in order
 * @param entities the same ones by character
 */
public record AnnotatedSentence(
    TextOffset begin,
    TextOffset end,
    String text,
    List<String> words,
    List<EntitySpan> spans,
    List<Entity> entities) {

  /** Copies the lists. */
  public AnnotatedSentence {
    words = List.copyOf(words);
    spans = List.copyOf(spans);
    entities = List.copyOf(entities);
  }
}
