package io.github.albertner.standoff;

import io.github.albertner.corpus.CorpusFormatException;
import io.github.albertner.corpus.EntityChange;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.corpus.SentenceSource.Candidate;
import io.github.albertner.corpus.Spacing;
import io.github.albertner.corpus.WordOrigin;
import io.github.albertner.label.EntitySpan;
import io.github.albertner.text.CharRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sentences of a text, with its entities as runs of whole words. */
public final class AlignedText {

  private AlignedText() {}

  /**
   * Makes candidates of the sentences that an aligner has placed entities in.
   *
   * @param text all of it
   * @param aligner with its entities placed
   * @param origins of each sentence, where its words come from
   * @param made changes that were made before
   * @param startsDocument whether a document begins with the text
   * @return one that tells what is in no sentence, and one for each sentence
   */
  public static List<Candidate> candidates(
      String text,
      EntityAligner aligner,
      List<WordOrigin> origins,
      List<EntityChange> made,
      boolean startsDocument) {
    return candidates(text, "", aligner, origins, made, startsDocument);
  }

  /** As above, with white space before the text. */
  static List<Candidate> candidates(
      String text,
      String before,
      EntityAligner aligner,
      List<WordOrigin> origins,
      List<EntityChange> made,
      boolean startsDocument) {
    List<EntityChange> changes = new ArrayList<>(made);
    changes.addAll(aligner.elsewhere());
    List<Candidate> candidates = new ArrayList<>();
    candidates.add(new Candidate(Optional.empty(), startsDocument, List.of(), List.of(), changes));
    List<EntityAligner.Placed> all = aligner.sentences();
    int last = all.size() - 1;
    while (last >= 0 && !isGood(all.get(last))) {
      last--;
    }
    String gap = before;
    int free = 0;
    for (int i = 0; i < all.size(); i++) {
      EntityAligner.Placed placed = all.get(i);
      List<CharRange> tokens = placed.sentence().tokens();
      if (isGood(placed)) {
        String first = gap + text.substring(free, tokens.get(0).begin());
        String after = i == last ? rest(text, tokens, i == all.size() - 1) : "";
        candidates.add(
            new Candidate(
                Optional.of(sentence(text, tokens, placed.entities()).withOrigin(origins.get(i))),
                false,
                List.of(),
                List.of(),
                placed.changes(),
                Optional.of(spacing(text, first, tokens, after))));
        free = tokens.get(tokens.size() - 1).end();
        gap = "";
      } else {
        candidates.add(
            new Candidate(Optional.empty(), false, List.of(), placed.problems(), placed.changes()));
        // What is left out is left out of the text, too.
        free = Math.max(free, placed.sentence().end());
        gap = gap.isEmpty() ? "\n" : gap;
      }
    }
    return candidates;
  }

  private static boolean isGood(EntityAligner.Placed placed) {
    return placed.problems().isEmpty() && !placed.sentence().tokens().isEmpty();
  }

  private static String rest(String text, List<CharRange> tokens, boolean ofText) {
    return ofText ? text.substring(tokens.get(tokens.size() - 1).end()) : "";
  }

  private static Spacing spacing(String text, String first, List<CharRange> tokens, String after) {
    List<String> gaps = new ArrayList<>(tokens.size() + 1);
    gaps.add(first);
    for (int i = 1; i < tokens.size(); i++) {
      gaps.add(text.substring(tokens.get(i - 1).end(), tokens.get(i).begin()));
    }
    gaps.add(after);
    return new Spacing(gaps);
  }

  /**
   * Words, and entities whose borders are those of tokens.
   *
   * @param text all of it
   * @param tokens of the sentence, in order
   * @param entities in order, without overlaps
   * @return the sentence
   */
  public static Sentence sentence(String text, List<CharRange> tokens, List<TextEntity> entities) {
    List<EntitySpan> spans = new ArrayList<>();
    int first = 0;
    for (TextEntity entity : entities) {
      while (tokens.get(first).begin() < entity.begin()) {
        first++;
      }
      int last = first;
      while (tokens.get(last).end() < entity.end()) {
        last++;
      }
      spans.add(new EntitySpan(first, last + 1, entity.label().strip()));
    }
    return new Sentence(tokens.stream().map(token -> token.of(text)).toList(), spans, false);
  }

  /** A text that cannot be used. */
  static List<Candidate> bad(
      boolean startsDocument, List<CorpusFormatException> problems, List<EntityChange> changes) {
    return List.of(new Candidate(Optional.empty(), startsDocument, List.of(), problems, changes));
  }
}
