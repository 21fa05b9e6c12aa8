package io.github.albertner.text;

import io.github.albertner.label.EntitySpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A passage with the entities of its sentences.
 *
 * @param passage the text
 * @param sentences one for each of the passage's, in order
 */
public record AnnotatedPassage(Passage passage, List<AnnotatedSentence> sentences) {

  /** Copies the list. */
  public AnnotatedPassage {
    sentences = List.copyOf(sentences);
  }

  /**
   * Places entities in the input.
   *
   * @param passage the text
   * @param spans the entities of each sentence by token, without overlaps
   * @return both together
   * @throws IllegalArgumentException if there are not as many lists as sentences, or an entity ends
   *     after its sentence
   */
  public static AnnotatedPassage of(Passage passage, List<List<EntitySpan>> spans) {
    if (spans.size() != passage.sentences().size()) {
      throw new IllegalArgumentException(
          "expected entities of "
              + passage.sentences().size()
              + " sentences, found those of "
              + spans.size());
    }
    Cursor cursor = new Cursor(passage);
    List<AnnotatedSentence> sentences = new ArrayList<>(spans.size());
    for (int i = 0; i < spans.size(); i++) {
      sentences.add(annotate(passage, passage.sentences().get(i), spans.get(i), cursor));
    }
    return new AnnotatedPassage(passage, sentences);
  }

  private static AnnotatedSentence annotate(
      Passage passage, SentenceRange sentence, List<EntitySpan> unsorted, Cursor cursor) {
    List<EntitySpan> spans =
        unsorted.stream().sorted(Comparator.comparingInt(EntitySpan::begin)).toList();
    List<CharRange> tokens = sentence.tokens();
    List<Entity> entities = new ArrayList<>(spans.size());
    TextOffset begin = cursor.moveTo(sentence.characters().begin());
    for (EntitySpan span : spans) {
      if (span.end() > tokens.size()) {
        throw new IllegalArgumentException(
            "expected entities within " + tokens.size() + " tokens, found " + span);
      }
      CharRange range =
          new CharRange(tokens.get(span.begin()).begin(), tokens.get(span.end() - 1).end());
      entities.add(
          new Entity(
              span.type(),
              span.probability(),
              span.begin(),
              span.end(),
              cursor.moveTo(range.begin()),
              cursor.moveTo(range.end()),
              range.of(passage.text())));
    }
    TextOffset end = cursor.moveTo(sentence.characters().end());
    return new AnnotatedSentence(
        begin,
        end,
        sentence.characters().of(passage.text()),
        sentence.words(passage.text()),
        spans,
        entities);
  }

  /** A place that moves through a passage, so that each character is counted once. */
  private static final class Cursor {
    private final String text;
    private int index;
    private TextOffset offset;

    Cursor(Passage passage) {
      text = passage.text();
      offset = passage.begin();
    }

    TextOffset moveTo(int next) {
      if (next < index) {
        throw new IllegalArgumentException(
            "expected entities that do not overlap, found one that begins before another ends, at"
                + " character "
                + next
                + " of a passage");
      }
      offset = offset.after(text, index, next);
      index = next;
      return offset;
    }
  }
}
