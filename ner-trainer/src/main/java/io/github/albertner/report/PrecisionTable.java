package io.github.albertner.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The section of a card that says what each precision costs. */
public final class PrecisionTable {
  private static final String TITLE = "Precision";
  private static final String REFERENCE = "f32";
  private static final String INT8 = "int8";

  /** Points of F1 from which on a card warns. */
  private static final double MUCH = 0.5;

  private PrecisionTable() {}

  /**
   * Returns a card with the section, in place of one it had.
   *
   * @param card of any origin
   * @param data what the scores are of
   * @param f1 strict micro F1, 0 to 1, by name of the precision; f32 is among them
   */
  public static String addTo(String card, String data, Map<String, Double> f1) {
    Markdown section = new Markdown().section(TITLE);
    section.paragraph(
        "Strict F1 on %s, by the number format of the products:".formatted(Markdown.escape(data)));
    List<List<String>> rows = new ArrayList<>();
    double reference = f1.get(REFERENCE);
    f1.forEach(
        (name, value) ->
            rows.add(
                List.of(
                    name,
                    Figures.percent(value),
                    name.equals(REFERENCE)
                        ? ""
                        : String.format(Locale.ROOT, "%+.2f", 100 * (value - reference)))));
    section.table(List.of("precision", "F1", "against f32"), rows);
    if (f1.containsKey(INT8) && 100 * (reference - f1.get(INT8)) > MUCH) {
      section.paragraph(
          "**int8 costs this model more than half a point: prefer `auto`, unless speed matters"
              + " more.**");
    }
    FrontMatter parts = FrontMatter.parse(card);
    return new FrontMatter(
            parts.lines(),
            CardSection.put(parts.body(), TITLE, section.toString(), ModelCard.SETTINGS))
        .toString();
  }
}
