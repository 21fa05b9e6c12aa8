package io.github.albertner.standoff;

import io.github.albertner.corpus.LineReader;
import java.util.ArrayList;
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

  /** Pieces that touch, or are apart only by a line end of brat's, are still pieces. */
  boolean isDiscontinuous() {
    return pieces.size() > 1;
  }

  /** The only piece. */
  RawSpan whole() {
    return new RawSpan(name(), pieces.get(0).begin(), pieces.get(0).end(), type, surface, line);
  }

  /** From the first character to the last. */
  RawSpan bounding() {
    long begin = pieces.stream().mapToLong(Piece::begin).min().orElseThrow();
    long end = pieces.stream().mapToLong(Piece::end).max().orElseThrow();
    return new RawSpan(name(), begin, end, type, null, line);
  }
}
