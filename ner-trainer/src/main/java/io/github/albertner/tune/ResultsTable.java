package io.github.albertner.tune;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The results of a search as text: a row for each trial, the best first. */
public final class ResultsTable {
  private static final List<String> COLUMNS =
      List.of("rank", "trial", "F1", "val. loss", "ran", "best", "minutes", "status");

  private ResultsTable() {}

  /**
   * Renders the table: F1 in percent and loss of the best epoch, epochs run of those planned,
   * number of the best.
   *
   * @param space whose settings have a column each
   */
  public static String render(SearchResults results, SearchSpace space) {
    List<List<String>> rows = new ArrayList<>();
    List<String> header = new ArrayList<>(COLUMNS);
    header.addAll(space.names());
    rows.add(header);
    List<Trial> ranked = results.ranked();
    for (int i = 0; i < ranked.size(); i++) {
      rows.add(row(i + 1, ranked.get(i), space));
    }
    return align(rows);
  }

  static List<String> row(int rank, Trial trial, SearchSpace space) {
    List<String> row = new ArrayList<>();
    row.add(Integer.toString(rank));
    row.add(Integer.toString(trial.number()));
    row.add(trial.best().map(best -> number("%.2f", 100 * best.f1())).orElse("-"));
    row.add(trial.best().map(best -> number("%.4f", best.validationLoss())).orElse("-"));
    row.add(trial.epochs().size() + "/" + trial.plannedEpochs());
    row.add(trial.best().map(best -> Integer.toString(best.epoch())).orElse("-"));
    row.add(number("%.1f", trial.seconds() / 60));
    row.add(trial.status().toString());
    space.names().forEach(name -> row.add(trial.settings().getOrDefault(name, "-")));
    return row;
  }

  static List<String> columns() {
    return COLUMNS;
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  /** Columns as wide as their widest cell, two spaces apart, to the right. */
  private static String align(List<List<String>> rows) {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int c = 0; c < row.size(); c++) {
        int column = c;
        int width = rows.stream().mapToInt(other -> other.get(column).length()).max().orElse(0);
        line.append(c == 0 ? "" : "  ").append(" ".repeat(width - row.get(c).length()));
        line.append(row.get(c));
      }
      text.append(line).append('\n');
    }
    return text.toString();
  }
}
