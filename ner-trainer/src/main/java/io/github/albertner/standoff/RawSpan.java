package io.github.albertner.standoff;

import io.github.albertner.corpus.OffsetUnit;

/**
 * An entity as a file has it.
 *
 * @param name what to call it in messages
 * @param begin offset as the file counts
 * @param end offset after it
 * @param label its type; null if there is none
 * @param surface its text as the file has it; null if it has not
 * @param line where it is
 */
record RawSpan(String name, long begin, long end, String label, String surface, int line) {

  /** Whether what the offsets cover is what the file says that they do, white space apart. */
  boolean agrees(String text, Offsets offsets) {
    int from = offsets.toUnits(begin);
    int to = offsets.toUnits(end);
    return surface == null
        || (from >= 0
            && from <= to
            && to <= text.length()
            && bare(text.substring(from, to)).equals(bare(surface)));
  }

  /** Label Studio writes line ends as a backslash and an n; brat as spaces. */
  private static String bare(String text) {
    return text.replace("\\n", "").replaceAll("\\s", "");
  }

  /** The entity in UTF-16 units. */
  TextEntity in(String text, Offsets offsets) throws JsonRecord.Malformed {
    int from = offsets.toUnits(begin);
    int to = offsets.toUnits(end);
    String cause =
        " (offsets taken as "
            + (offsets.unit() == OffsetUnit.UTF16 ? "UTF-16 units" : "code points")
            + "; --offsets on the command line says otherwise)";
    if (!agrees(text, offsets)) {
      throw new JsonRecord.Malformed(
          EntityAligner.show(text, from, to),
          "the text of " + name + ", '" + surface + "', at its offsets" + cause);
    }
    if (offsets.splitsCharacter(from) || offsets.splitsCharacter(to)) {
      throw new JsonRecord.Malformed(
          name + " at " + begin + " to " + end + ", within a character",
          "entities of whole characters" + cause);
    }
    return new TextEntity(name, from, to, label, line);
  }
}
