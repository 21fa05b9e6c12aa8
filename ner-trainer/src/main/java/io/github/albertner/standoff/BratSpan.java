package io.github.albertner.standoff;

import io.github.albertner.corpus.LineReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of an entity: {@code T1 TAB PER 0 3 TAB Ada}, with {@code 0 3;8 12} for one in pieces.
 *
 * @param pieces begins and ends, at least one
 * @param surface the text as it stands there; null if it does not
 */
record BratSpan(String id, String type, List<Piece> pieces, String surface, int line) {

  /** Offsets as brat counts. */
  record Piece(long begin, long end) {}

  /** Between id and type OpenNLP's samples have spaces. */
  private static final Pattern ENTITY =
      Pattern.compile(
          "(T\\S+)\\s+(\\S+) +(\\d{1,10} +\\d{1,10}(?:;\\d{1,10} +\\d{1,10})*)(?:\\s+(.*))?",
          Pattern.DOTALL);

  private static final Pattern EVENT = Pattern.compile("E\\S*\\s+[^\\s:]+:(T\\S+).*");

  /** Reads a line; null if it is not one of an entity. */
  static BratSpan parse(LineReader.Line line) {
    Matcher matcher = ENTITY.matcher(line.text());
    if (!matcher.matches()) {
      return null;
    }
    List<Piece> pieces = new ArrayList<>();
    for (String piece : matcher.group(3).split(";", -1)) {
      String[] ends = piece.trim().split(" +", -1);
      pieces.add(new Piece(Long.parseLong(ends[0]), Long.parseLong(ends[1])));
    }
    return new BratSpan(
        matcher.group(1), matcher.group(2), pieces, matcher.group(4), line.number());
  }

  /** The entity that a line of an event has for its trigger. */
  static Optional<String> trigger(String line) {
    Matcher matcher = EVENT.matcher(line);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** What to call it in messages. */
  String name() {
    return id + " " + type;
  }

  /** Whether there is more than one piece. */
  boolean isInPieces() {
    return pieces.size() > 1;
  }

  /**
   * Whether there is nothing but white space between the pieces: brat ends a piece where a line of
   * the text ends.
   */
  boolean isApartByBlanks(SpanFit fit) {
    List<Piece> inOrder = pieces.stream().sorted(Comparator.comparingLong(Piece::begin)).toList();
    for (int i = 1; i < inOrder.size(); i++) {
      int from = fit.offsets().toUnits(inOrder.get(i - 1).end());
      int to = fit.offsets().toUnits(inOrder.get(i).begin());
      if (to > fit.text().length() || (from < to && !fit.text().substring(from, to).isBlank())) {
        return false;
      }
    }
    return true;
  }

  /** From the first character to the last, with the text of the pieces. */
  RawSpan bounding() {
    long begin = pieces.stream().mapToLong(Piece::begin).min().orElseThrow();
    long end = pieces.stream().mapToLong(Piece::end).max().orElseThrow();
    return new RawSpan(name(), begin, end, type, surface, line);
  }

  /** The same where other text stands between the pieces. */
  RawSpan boundingWithGaps() {
    RawSpan all = bounding();
    return new RawSpan(all.name(), all.begin(), all.end(), type, null, line);
  }
}
