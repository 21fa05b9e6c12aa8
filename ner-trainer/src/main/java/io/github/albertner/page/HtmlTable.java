package io.github.albertner.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** A table; numbers in it stand to the right, and so do the titles of their columns. */
public final class HtmlTable {
  private static final Pattern NUMBER =
      Pattern.compile("[-+\u2212]?[\\d,]*\\.?\\d+(e-?\\d+)?( ?%)?");

  private final List<String> header;
  private final List<List<Object>> rows = new ArrayList<>();

  private HtmlTable(List<String> header) {
    this.header = List.copyOf(header);
  }

  /** Returns an empty table with these columns. */
  public static HtmlTable of(String... header) {
    return new HtmlTable(Arrays.asList(header));
  }

  /**
   * Adds a row.
   *
   * @param cells one for each column: {@link Markup}, or else text by {@code toString}
   * @throws IllegalArgumentException if there are more or fewer cells than columns
   */
  public HtmlTable row(Object... cells) {
    if (cells.length != header.size()) {
      throw new IllegalArgumentException(
          "expected a cell for each of the columns %s, found %s".formatted(header, cells.length));
    }
    rows.add(List.of(cells));
    return this;
  }

  /** Returns whether no row was added. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** Returns the table so far; wide ones scroll by themselves. */
  public Markup render() {
    List<Markup> lines = new ArrayList<>();
    List<Markup> titles = new ArrayList<>();
    for (int c = 0; c < header.size(); c++) {
      titles.add(cell("th", Markup.text(header.get(c)), isNumeric(c)));
    }
    lines.add(Markup.element("thead", Markup.element("tr", Markup.joined(titles))));
    for (List<Object> row : rows) {
      lines.add(Markup.element("tr", Markup.joined(row.stream().map(HtmlTable::cell).toList())));
    }
    return Markup.styled("div", "scroll", Markup.element("table", Markup.lines(lines)));
  }

  private boolean isNumeric(int column) {
    return !rows.isEmpty() && rows.stream().allMatch(row -> isNumber(row.get(column)));
  }

  private static boolean isNumber(Object cell) {
    return !(cell instanceof Markup) && NUMBER.matcher(cell.toString()).matches();
  }

  private static Markup cell(Object cell) {
    return cell instanceof Markup markup
        ? Markup.element("td", markup)
        : cell("td", Markup.text(cell.toString()), isNumber(cell));
  }

  private static Markup cell(String name, Markup content, boolean number) {
    return number ? Markup.styled(name, "n", content) : Markup.element(name, content);
  }
}
