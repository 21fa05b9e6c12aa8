package io.github.albertner.standoff;

import io.github.albertner.corpus.EntityChange;
import io.github.albertner.corpus.OffsetUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the offsets of a text count, told by the texts of entities where a file has those: code
 * points or UTF-16 units, and line ends of Windows as one character or as two.
 *
 * @param text with the line ends that the offsets count
 * @param offsets in that text
 * @param lineEnds what is different about line ends; null if nothing is
 */
record SpanFit(String text, Offsets offsets, String lineEnds) {

  private static final Pattern LINE_FEED = Pattern.compile("(?<!\r)\n");

  /**
   * Tries what agrees with the texts of all entities.
   *
   * @param chosen the unit, if it is known
   * @param usual what is taken if nothing agrees, or nothing tells
   */
  static SpanFit of(
      String text, List<RawSpan> spans, Optional<OffsetUnit> chosen, OffsetUnit usual) {
    OffsetUnit other = usual == OffsetUnit.UTF16 ? OffsetUnit.CODE_POINTS : OffsetUnit.UTF16;
    List<OffsetUnit> units = chosen.map(List::of).orElse(List.of(usual, other));
    return agreeing(text, null, units, spans)
        .or(
            () ->
                agreeing(
                    text.replace("\r\n", "\n"),
                    "texts whose offsets count a Windows line end as one character",
                    units,
                    spans))
        .or(
            () ->
                agreeing(
                    LINE_FEED.matcher(text).replaceAll("\r\n"),
                    "texts whose offsets count a line end as two characters",
                    units,
                    spans))
        .orElseGet(() -> new SpanFit(text, new Offsets(text, units.get(0)), null));
  }

  private static Optional<SpanFit> agreeing(
      String text, String lineEnds, List<OffsetUnit> units, List<RawSpan> spans) {
    return units.stream()
        .map(unit -> new SpanFit(text, new Offsets(text, unit), lineEnds))
        .filter(fit -> spans.stream().allMatch(span -> span.agrees(fit.text, fit.offsets)))
        .findFirst();
  }

  /** What to tell about it. */
  List<EntityChange> changes(String place) {
    List<EntityChange> changes = new ArrayList<>();
    if (lineEnds != null) {
      changes.add(new EntityChange(lineEnds, place + ": read with such line ends"));
    }
    return changes;
  }
}
