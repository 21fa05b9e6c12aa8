package io.github.albertner.benchmark.measure;

import java.util.Locale;
import java.util.Optional;

/**
 * A promise, and what was measured.
 *
 * @param what the case
 * @param aim the number to reach
 * @param least whether the number must be at least the aim; otherwise at most
 * @param unit behind numbers: x, %, s, MiB
 * @param found what was measured; empty where it could not be
 * @param remark where it could not be measured, why; otherwise anything worth saying
 */
public record Target(
    String what, double aim, boolean least, String unit, Optional<Spread> found, String remark) {

  /** A number that must not be less. */
  public static Target atLeast(String what, double aim, String unit, Spread found) {
    return new Target(what, aim, true, unit, Optional.of(found), "");
  }

  /** A number that must not be more. */
  public static Target atMost(String what, double aim, String unit, Spread found) {
    return new Target(what, aim, false, unit, Optional.of(found), "");
  }

  /** A promise that was not tested. */
  public static Target open(String what, double aim, boolean least, String unit, String reason) {
    return new Target(what, aim, least, unit, Optional.empty(), reason);
  }

  /** Returns whether the median reaches the aim. */
  public boolean isMet() {
    return found.map(spread -> reaches(spread.median())).orElse(false);
  }

  private boolean reaches(double value) {
    return least ? value >= aim : value <= aim;
  }

  /** Returns a table of targets. */
  public static String table(Iterable<Target> targets) {
    MarkdownTable table = new MarkdownTable("case", "target", "median", "spread", "met");
    for (Target target : targets) {
      int digits = target.unit.equals("x") || target.unit.equals("s") ? 2 : 1;
      String bound =
          String.format(
              Locale.ROOT,
              "%s %s%s",
              target.least ? "at least" : "at most",
              brief(target.aim),
              unit(target.unit));
      table.row(
          target.what,
          bound,
          target.found.map(s -> s.shown(digits) + unit(target.unit)).orElse("-"),
          target.found.map(s -> s.range(digits) + " in " + s.count()).orElse("-"),
          target.verdict());
    }
    return table.render();
  }

  private String verdict() {
    if (found.isEmpty()) {
      return "open: " + remark;
    }
    return isMet() ? "yes" : "**no**";
  }

  private static String unit(String unit) {
    return unit.length() > 1 || unit.equals("s") ? " " + unit : unit;
  }

  private static String brief(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%s", value);
  }
}
