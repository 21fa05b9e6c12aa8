package io.github.albertner.corpus;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The sentences of one file, good and bad, in order. What to do about bad ones is not its matter.
 */
interface SentenceSource extends Closeable {

  /**
   * A stretch of a file that holds a sentence, or failed to.
   *
   * @param sentence empty if there is any bad line
   * @param startsDocument whether a document begins here, also if the sentence is bad
   * @param repairs illegal tags that were read as conlleval reads them
   * @param badLines what is wrong, in line order
   */
  record Candidate(
      Optional<Sentence> sentence,
      boolean startsDocument,
      int repairs,
      List<CorpusFormatException> badLines) {

    /** A sentence as it should be. */
    static Candidate good(Sentence sentence, int repairs) {
      return new Candidate(Optional.of(sentence), sentence.startsDocument(), repairs, List.of());
    }

    /** No sentence, and why. */
    static Candidate bad(boolean startsDocument, List<CorpusFormatException> badLines) {
      return new Candidate(Optional.empty(), startsDocument, 0, List.copyOf(badLines));
    }
  }

  /** How the file is read, for people: columns, separator, scheme. */
  String layout();

  /** The next candidate, or empty after the last. */
  Optional<Candidate> next() throws IOException;
}
