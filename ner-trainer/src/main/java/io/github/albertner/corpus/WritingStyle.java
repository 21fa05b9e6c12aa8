package io.github.albertner.corpus;

import io.github.albertner.label.TagScheme;
import java.util.Optional;

/**
 * How a corpus is to be written, where its format leaves a choice.
 *
 * @param scheme tag scheme of formats with tags; none for what is usual there
 * @param unit what becomes one record of formats that hold texts
 */
public record WritingStyle(Optional<TagScheme> scheme, Unit unit) {

  /** What is usual for each format. */
  public static final WritingStyle DEFAULTS = new WritingStyle(Optional.empty(), Unit.DOCUMENT);

  /** What becomes one record. */
  public enum Unit {
    /** All text of a document. */
    DOCUMENT,
    /** A sentence; which document it belongs to is noted. */
    SENTENCE
  }
}
