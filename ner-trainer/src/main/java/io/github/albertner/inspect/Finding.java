package io.github.albertner.inspect;

import java.util.List;

/**
 * Something found in a corpus.
 *
 * @param check name of what was looked for: a few words with hyphens
 * @param severity how bad it is
 * @param count how many there are of what the message tells of
 * @param message what was found, in which part: one sentence without a stop
 * @param advice what to do about it: one sentence without a stop
 * @param examples the first or most frequent, at most {@value #EXAMPLES}
 */
public record Finding(
    String check,
    Severity severity,
    long count,
    String message,
    String advice,
    List<String> examples) {

  /** Most examples that a finding keeps. */
  public static final int EXAMPLES = 20;

  /** Copies the first examples. */
  public Finding {
    examples = examples.stream().limit(EXAMPLES).toList();
  }
}
