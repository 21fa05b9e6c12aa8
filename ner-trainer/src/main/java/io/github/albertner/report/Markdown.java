package io.github.albertner.report;

import io.github.albertner.evaluate.MatchCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;

/** Parts of a Markdown document, with text from elsewhere made harmless. */
final class Markdown {
  private final StringBuilder text = new StringBuilder();

  Markdown section(String title) {
    text.append("## ").append(title).append("\n\n");
    return this;
  }

  Markdown paragraph(String markdown) {
    text.append(markdown.strip()).append("\n\n");
    return this;
  }

  /** A table; cells are text. */
  Markdown table(List<String> header, List<List<String>> rows) {
    row(header);
    StringJoiner rule = new StringJoiner("|", "|", "|\n");
    header.forEach(column -> rule.add("---"));
    text.append(rule);
    rows.forEach(this::row);
    text.append('\n');
    return this;
  }

  /** A table of names and values. */
  Markdown table(Map<String, String> rows) {
    return table(
        List.of("name", "value"),
        rows.entrySet().stream().map(entry -> List.of(entry.getKey(), entry.getValue())).toList());
  }

  /** A table of strict scores, a row for each type and one for all. */
  Markdown scores(SortedMap<String, MatchCounts> types, MatchCounts micro) {
    List<List<String>> rows = new ArrayList<>();
    types.forEach((type, counts) -> rows.add(scores(type, counts)));
    rows.add(scores("all types", micro));
    return table(List.of("type", "precision", "recall", "F1", "gold", "found", "correct"), rows);
  }

  private static List<String> scores(String name, MatchCounts counts) {
    return List.of(
        name,
        Figures.percent(counts.precision()),
        Figures.percent(counts.recall()),
        Figures.percent(counts.f1()),
        Figures.count(counts.gold()),
        Figures.count(counts.predicted()),
        Figures.count(counts.correct()));
  }

  private void row(List<String> cells) {
    StringJoiner row = new StringJoiner(" | ", "| ", " |\n");
    cells.forEach(cell -> row.add(escape(cell)));
    text.append(row);
  }

  /** Text on one line that Markdown takes as it is. */
  static String escape(String text) {
    return text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ")
        .replaceAll("([\\\\|`*\\[<&])", "\\\\$1");
  }

  @Override
  public String toString() {
    return text.toString().strip() + "\n";
  }
}
