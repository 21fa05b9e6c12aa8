package io.github.albertner.standoff;

import io.github.albertner.corpus.CorpusFormatException;
import io.github.albertner.corpus.EntityChange;
import io.github.albertner.corpus.Misaligned;
import io.github.albertner.text.CharRange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * Places the entities of a document in its sentences. What cannot be a run of whole tokens of one
 * sentence is dealt with as {@link Misaligned} says; nothing is passed over in silence.
 */
public final class EntityAligner {

  private static final Comparator<TextEntity> LONGEST_FIRST =
      Comparator.<TextEntity>comparingInt(e -> e.begin() - e.end())
          .thenComparingInt(TextEntity::begin);

  private final Path file;
  private final String text;
  private final List<TextSentence> sentences;

  /** How far sentences up to this one reach. */
  private final int[] furthest;

  private final Misaligned policy;
  private final List<Placed> placed = new ArrayList<>();
  private final List<EntityChange> elsewhere = new ArrayList<>();

  /** A sentence and its entities. */
  public static final class Placed {
    private final TextSentence sentence;
    private final NavigableMap<Integer, TextEntity> entities = new TreeMap<>();
    private final List<CorpusFormatException> problems = new ArrayList<>();
    private final List<EntityChange> changes = new ArrayList<>();

    private Placed(TextSentence sentence) {
      this.sentence = sentence;
    }

    /**
     * The sentence.
     *
     * @return as it was given
     */
    public TextSentence sentence() {
      return sentence;
    }

    /**
     * Its entities.
     *
     * @return in order, without overlaps, each from a token's begin to a token's end
     */
    public List<TextEntity> entities() {
      return List.copyOf(entities.values());
    }

    /**
     * Why the sentence cannot be used.
     *
     * @return empty if it can
     */
    public List<CorpusFormatException> problems() {
      return problems;
    }

    /**
     * What was moved or left out.
     *
     * @return in the order in which it was
     */
    public List<EntityChange> changes() {
      return changes;
    }
  }

  /**
   * Takes a document.
   *
   * @param file where it is, for messages
   * @param line where it begins there; 0 for the file as a whole
   * @param text all of it
   * @param sentences in order
   * @param policy what to do about entities that cannot be placed
   */
  public EntityAligner(
      Path file, int line, String text, List<TextSentence> sentences, Misaligned policy) {
    this.file = file;
    this.text = text;
    this.sentences = sentences;
    this.policy = policy;
    furthest = new int[sentences.size()];
    for (TextSentence sentence : sentences) {
      int before = placed.isEmpty() ? 0 : furthest[placed.size() - 1];
      furthest[placed.size()] = Math.max(before, sentence.end());
      Placed place = new Placed(sentence);
      if (sentence.problem() != null) {
        place.problems.add(
            new CorpusFormatException(
                file,
                line,
                "the sentence "
                    + show(text, sentence.begin(), sentence.end())
                    + ": "
                    + sentence.problem(),
                "sentences and tokens in order, without overlaps"));
      }
      placed.add(place);
    }
  }

  /**
   * What became of sentences.
   *
   * @return one for each
   */
  public List<Placed> sentences() {
    return placed;
  }

  /**
   * What was left out that is in no sentence.
   *
   * @return in the order in which it was
   */
  public List<EntityChange> elsewhere() {
    return elsewhere;
  }

  /**
   * Places entities.
   *
   * @param entities in any order
   * @param skipBadSentences whether an entity without sentence may be left out, as its sentence
   *     would be
   * @throws CorpusFormatException for an entity in no sentence, unless it may be left out
   */
  public void place(List<TextEntity> entities, boolean skipBadSentences)
      throws CorpusFormatException {
    // The longest first: of two that overlap, it stays.
    for (TextEntity entity : entities.stream().sorted(LONGEST_FIRST).toList()) {
      place(entity, skipBadSentences);
    }
  }

  private void place(TextEntity entity, boolean skipBadSentences) throws CorpusFormatException {
    int begin = Math.min(Math.max(0, entity.begin()), text.length());
    int end = Math.min(Math.max(begin, entity.end()), text.length());
    List<Placed> around = around(begin, Math.max(end, begin + 1));
    EntityFault fault = null;
    if (entity.begin() < 0 || entity.end() > text.length()) {
      fault = EntityFault.OUTSIDE_TEXT;
    } else if (text.substring(begin, end).isBlank()) {
      fault = EntityFault.EMPTY;
    } else if (entity.label() == null || entity.label().isBlank()) {
      fault = EntityFault.NO_LABEL;
    }
    if (fault == null) {
      TextEntity trimmed = trimmed(text, entity);
      begin = trimmed.begin();
      end = trimmed.end();
      around = around(begin, end);
      TextSentence only = around.size() == 1 ? around.get(0).sentence : null;
      if (around.isEmpty()) {
        fault = EntityFault.OUTSIDE_SENTENCES;
      } else if (only == null || begin < only.begin() || end > only.end()) {
        fault = EntityFault.CROSSES_SENTENCES;
      } else {
        if (only.problem() == null) {
          placeIn(around.get(0), trimmed, entity);
        } // Otherwise the sentence is reported, and left out.
        return;
      }
    }
    report(around, entity, fault, "", skipBadSentences);
  }

  private void placeIn(Placed place, TextEntity entity, TextEntity annotated)
      throws CorpusFormatException {
    List<CharRange> all = place.sentence.tokens();
    List<CharRange> tokens =
        all.subList(
            first(all.size(), i -> all.get(i).end() > entity.begin()),
            first(all.size(), i -> all.get(i).begin() >= entity.end()));
    if (tokens.isEmpty()) {
      report(List.of(place), annotated, EntityFault.NO_TOKENS, "", true);
      return;
    }
    int begin = tokens.get(0).begin();
    int end = tokens.get(tokens.size() - 1).end();
    TextEntity whole = entity.at(begin, end);
    boolean aligned = begin == entity.begin() && end == entity.end();
    String tokensAre = ": its tokens are " + show(text, begin, end);
    if (!aligned && policy != Misaligned.SNAP) {
      report(List.of(place), annotated, EntityFault.CUTS_TOKENS, tokensAre, true);
      return;
    }
    // Those that are there do not overlap: if any is in the way, it is the last one that begins
    // before this one's end.
    Map.Entry<Integer, TextEntity> other = place.entities.lowerEntry(end);
    if (other != null && other.getValue().overlaps(whole)) {
      boolean same = other.getValue().repeats(whole);
      report(
          List.of(place),
          annotated,
          same ? EntityFault.REPEATED : EntityFault.OVERLAPS,
          same ? "" : " " + show(other.getValue()),
          true);
      return;
    }
    if (!aligned) {
      place.changes.add(
          new EntityChange(
              "entities moved to token borders",
              message(annotated, EntityFault.CUTS_TOKENS, tokensAre)));
    }
    place.entities.put(begin, whole);
  }

  private void report(
      List<Placed> around,
      TextEntity entity,
      EntityFault fault,
      String detail,
      boolean skipBadSentences)
      throws CorpusFormatException {
    EntityChange change =
        new EntityChange("entities left out: " + fault.kind(), message(entity, fault, detail));
    CorpusFormatException problem =
        new CorpusFormatException(
            file,
            entity.line(),
            show(entity) + ", " + fault.message() + detail,
            "entities that are whole tokens of one sentence, without overlaps (--misaligned skip or"
                + " snap on the command line)");
    boolean leaveOut =
        switch (policy) {
          case FAIL -> fault == EntityFault.REPEATED;
          case OUTERMOST -> fault == EntityFault.REPEATED || fault == EntityFault.OVERLAPS;
          case SKIP, SNAP -> true;
        };
    if (around.isEmpty()) {
      if (!leaveOut && !skipBadSentences) {
        throw problem;
      }
      elsewhere.add(change);
    } else if (leaveOut) {
      around.get(0).changes.add(change);
    } else {
      around.forEach(place -> place.problems.add(problem));
    }
  }

  private String message(TextEntity entity, EntityFault fault, String detail) {
    return file
        + (entity.line() > 0 ? ":" + entity.line() : "")
        + ": "
        + show(entity)
        + ", "
        + fault.message()
        + detail;
  }

  /** The sentences that overlap a range. */
  private List<Placed> around(int begin, int end) {
    List<Placed> found = new ArrayList<>();
    int size = sentences.size();
    for (int i = first(size, at -> furthest[at] > begin);
        i < size && sentences.get(i).begin() < end;
        i++) {
      if (sentences.get(i).end() > begin) {
        found.add(placed.get(i));
      }
    }
    return found;
  }

  /** The first of {@code size} numbers from 0 from which on a condition holds, or size. */
  private static int first(int size, IntPredicate condition) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (condition.test(middle)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /**
   * Leaves off white space.
   *
   * @param text that the entity is in
   * @param entity any one
   * @return it without white space at its ends; as it is where it is all blank or outside
   */
  public static TextEntity trimmed(String text, TextEntity entity) {
    int begin = entity.begin();
    int end = entity.end();
    if (begin < 0 || end > text.length() || begin >= end || text.substring(begin, end).isBlank()) {
      return entity;
    }
    while (Character.isWhitespace(text.charAt(begin))) {
      begin++;
    }
    while (Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return entity.at(begin, end);
  }

  private String show(TextEntity entity) {
    return entity.name() + " " + show(text, entity.begin(), entity.end());
  }

  /** A piece of text with its offsets, which may be impossible ones. */
  static String show(String text, int begin, int end) {
    String covered =
        begin >= 0 && begin < end && end <= text.length()
            ? CorpusFormatException.quote(text.substring(begin, end)) + " "
            : "";
    return covered + "at characters " + begin + " to " + end;
  }
}
