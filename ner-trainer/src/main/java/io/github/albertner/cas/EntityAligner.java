package io.github.albertner.cas;

import io.github.albertner.corpus.CorpusFormatException;
import io.github.albertner.corpus.EntityChange;
import io.github.albertner.document.CharRange;
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
final class EntityAligner {

  private static final Comparator<CasEntity> LONGEST_FIRST =
      Comparator.<CasEntity>comparingInt(e -> e.begin() - e.end())
          .thenComparingInt(CasEntity::begin);

  private final Path file;
  private final String text;
  private final List<CasSentence> sentences;

  /** How far sentences up to this one reach. */
  private final int[] furthest;

  private final Misaligned policy;
  private final List<Placed> placed = new ArrayList<>();
  private final List<EntityChange> elsewhere = new ArrayList<>();

  /** A sentence and its entities. */
  static final class Placed {
    private final CasSentence sentence;
    private final NavigableMap<Integer, CasEntity> entities = new TreeMap<>();
    private final List<CorpusFormatException> problems = new ArrayList<>();
    private final List<EntityChange> changes = new ArrayList<>();

    private Placed(CasSentence sentence) {
      this.sentence = sentence;
    }

    CasSentence sentence() {
      return sentence;
    }

    /** In order, without overlaps, each from a token's begin to a token's end. */
    List<CasEntity> entities() {
      return List.copyOf(entities.values());
    }

    /** Why the sentence cannot be used; empty if it can. */
    List<CorpusFormatException> problems() {
      return problems;
    }

    List<EntityChange> changes() {
      return changes;
    }
  }

  /** A document's text and sentences. */
  EntityAligner(Path file, String text, List<CasSentence> sentences, Misaligned policy) {
    this.file = file;
    this.text = text;
    this.sentences = sentences;
    this.policy = policy;
    furthest = new int[sentences.size()];
    for (CasSentence sentence : sentences) {
      int before = placed.isEmpty() ? 0 : furthest[placed.size() - 1];
      furthest[placed.size()] = Math.max(before, sentence.end());
      Placed place = new Placed(sentence);
      if (sentence.problem() != null) {
        place.problems.add(
            new CorpusFormatException(
                file,
                0,
                "the sentence "
                    + show(text, sentence.begin(), sentence.end())
                    + ": "
                    + sentence.problem(),
                "sentences and tokens in order, without overlaps"));
      }
      placed.add(place);
    }
  }

  /** One for each sentence. */
  List<Placed> sentences() {
    return placed;
  }

  /** What was left out that is in no sentence. */
  List<EntityChange> elsewhere() {
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
  void place(List<CasEntity> entities, boolean skipBadSentences) throws CorpusFormatException {
    // The longest first: of two that overlap, it stays.
    for (CasEntity entity : entities.stream().sorted(LONGEST_FIRST).toList()) {
      place(entity, skipBadSentences);
    }
  }

  private void place(CasEntity entity, boolean skipBadSentences) throws CorpusFormatException {
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
      CasEntity trimmed = trimmed(text, entity);
      begin = trimmed.begin();
      end = trimmed.end();
      around = around(begin, end);
      CasSentence only = around.size() == 1 ? around.get(0).sentence : null;
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

  private void placeIn(Placed place, CasEntity entity, CasEntity annotated)
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
    CasEntity whole = entity.at(begin, end);
    boolean aligned = begin == entity.begin() && end == entity.end();
    String tokensAre = ": its tokens are " + show(text, begin, end);
    if (!aligned && policy != Misaligned.SNAP) {
      report(List.of(place), annotated, EntityFault.CUTS_TOKENS, tokensAre, true);
      return;
    }
    // Those that are there do not overlap: if any is in the way, it is the last one that begins
    // before this one's end.
    Map.Entry<Integer, CasEntity> other = place.entities.lowerEntry(end);
    if (other != null && other.getValue().overlaps(whole)) {
      boolean same = other.getValue().equals(whole);
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
              "moved to token borders", message(annotated, EntityFault.CUTS_TOKENS, tokensAre)));
    }
    place.entities.put(begin, whole);
  }

  private void report(
      List<Placed> around,
      CasEntity entity,
      EntityFault fault,
      String detail,
      boolean skipBadSentences)
      throws CorpusFormatException {
    EntityChange change =
        new EntityChange("left out: " + fault.kind(), message(entity, fault, detail));
    CorpusFormatException problem =
        new CorpusFormatException(
            file,
            0,
            show(entity) + ", " + fault.message() + detail,
            "entities that are whole tokens of one sentence, without overlaps (--misaligned skip or"
                + " snap on the command line)");
    boolean leaveOut = policy != Misaligned.FAIL || fault == EntityFault.REPEATED;
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

  private String message(CasEntity entity, EntityFault fault, String detail) {
    return file + ": " + show(entity) + ", " + fault.message() + detail;
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

  /** The entity without white space at its ends; as it is where it is all blank or outside. */
  static CasEntity trimmed(String text, CasEntity entity) {
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

  private String show(CasEntity entity) {
    return entity.type() + " " + show(text, entity.begin(), entity.end());
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
