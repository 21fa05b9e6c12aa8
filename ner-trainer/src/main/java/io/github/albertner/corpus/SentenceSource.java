package io.github.albertner.corpus;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The sentences of one file, good and bad, in order. What to do about bad ones is not its matter.
 */
public interface SentenceSource extends Closeable {

  /**
   * A stretch of a file that holds a sentence, or failed to.
   *
   * @param sentence empty if there is any bad line, or nothing but changes to tell of
   * @param startsDocument whether a document begins here, also if the sentence is bad
   * @param repairs what is wrong with illegal tags that were read as conlleval reads them
   * @param badLines what is wrong, in line order
   * @param changes entities that were moved or left out as the options ask for
   * @param spacing what stands around the sentence's words in its text, if that is known
   */
  record Candidate(
      Optional<Sentence> sentence,
      boolean startsDocument,
      List<String> repairs,
      List<CorpusFormatException> badLines,
      List<EntityChange> changes,
      Optional<Spacing> spacing) {

    /** Copies the lists. */
    public Candidate {
      repairs = List.copyOf(repairs);
      badLines = List.copyOf(badLines);
      changes = List.copyOf(changes);
    }

    /**
     * A candidate whose text is not known.
     *
     * @param sentence as above
     * @param startsDocument as above
     * @param repairs as above
     * @param badLines as above
     * @param changes as above
     */
    public Candidate(
        Optional<Sentence> sentence,
        boolean startsDocument,
        List<String> repairs,
        List<CorpusFormatException> badLines,
        List<EntityChange> changes) {
      this(sentence, startsDocument, repairs, badLines, changes, Optional.empty());
    }

    /**
     * A sentence as it should be.
     *
     * @param sentence which
     * @param repairs what is wrong with illegal tags, as above
     * @return a candidate with it
     */
    public static Candidate good(Sentence sentence, List<String> repairs) {
      return new Candidate(
          Optional.of(sentence), sentence.startsDocument(), repairs, List.of(), List.of());
    }

    /**
     * No sentence, and why.
     *
     * @param startsDocument whether a document would have begun here
     * @param badLines what is wrong; at least one
     * @return a candidate without sentence
     */
    public static Candidate bad(boolean startsDocument, List<CorpusFormatException> badLines) {
      return new Candidate(Optional.empty(), startsDocument, List.of(), badLines, List.of());
    }
  }

  /**
   * The format.
   *
   * @return its name
   */
  String format();

  /**
   * How the file is read, for people: columns, separator, scheme.
   *
   * @return a few words
   */
  String layout();

  /**
   * Reads on.
   *
   * @return the next candidate, or empty after the last
   * @throws IOException if the file cannot be read
   */
  Optional<Candidate> next() throws IOException;
}
