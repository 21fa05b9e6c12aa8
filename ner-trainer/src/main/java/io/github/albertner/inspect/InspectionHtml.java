package io.github.albertner.inspect;

import io.github.albertner.page.Bar;
import io.github.albertner.page.Bin;
import io.github.albertner.page.Charts;
import io.github.albertner.page.HtmlPage;
import io.github.albertner.page.HtmlTable;
import io.github.albertner.page.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An inspection as a page. */
public final class InspectionHtml {
  private static final int BINS = 40;

  private InspectionHtml() {}

  /** Returns a page with everything in it. */
  public static String render(CorpusInspection inspection) {
    String names =
        inspection.parts().stream().map(PartSummary::name).collect(Collectors.joining(", "));
    HtmlPage page =
        new HtmlPage("Corpus: " + names)
            .paragraph(
                "Pieces and windows are those of %s: %s in the vocabulary, at most %s in a window."
                    .formatted(
                        inspection.model(),
                        Texts.count(inspection.vocabularySize(), "piece", "pieces"),
                        Texts.number(inspection.capacity())));
    findings(page.section("Findings"), inspection);
    parts(page.section("Parts"), inspection);
    types(page.section("Types"), inspection);
    lengths(page.section("Lengths"), inspection);
    return page.render();
  }

  private static void findings(HtmlPage page, CorpusInspection inspection) {
    if (inspection.findings().isEmpty()) {
      page.paragraph("Nothing conspicuous found.");
    }
    for (Finding finding : inspection.findings()) {
      page.add(finding(finding));
      if (!finding.examples().isEmpty()) {
        page.details(examples(finding), list(finding.examples()));
      }
    }
  }

  private static Markup finding(Finding finding) {
    String severity = finding.severity().name().toLowerCase(Locale.ROOT);
    return Markup.element(
        "p",
        Markup.styled(
            "strong",
            finding.severity() == Severity.NOTE ? "faint" : "bad",
            Markup.text(severity + ": ")),
        Markup.text(finding.message() + ". "),
        Markup.styled("span", "faint", Markup.text(capitalised(finding.advice()) + ".")));
  }

  private static String capitalised(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static String examples(Finding finding) {
    int shown = finding.examples().size();
    return shown == 1 ? "an example" : shown + " examples";
  }

  private static Markup list(List<String> examples) {
    return Markup.element(
        "ul",
        Markup.lines(examples.stream().map(e -> Markup.element("li", Markup.text(e))).toList()));
  }

  private static void parts(HtmlPage page, CorpusInspection inspection) {
    List<String> header = new ArrayList<>(List.of(""));
    inspection.parts().forEach(part -> header.add(part.name()));
    table(page, header, Overview.parts(inspection));
  }

  private static void types(HtmlPage page, CorpusInspection inspection) {
    for (PartSummary part : inspection.parts()) {
      page.figure(
          "Entities by type in " + part.name(),
          Charts.bars(part.types().stream().map(t -> Bar.of(t.type(), t.entities())).toList()));
    }
    table(page, Overview.typeColumns(inspection), Overview.types(inspection));
  }

  private static void table(HtmlPage page, List<String> header, List<List<String>> rows) {
    HtmlTable table = HtmlTable.of(header.toArray(String[]::new));
    rows.forEach(row -> table.row(row.toArray()));
    page.table(table);
  }

  private static void lengths(HtmlPage page, CorpusInspection inspection) {
    List<LengthDistribution> all = inspection.parts().stream().map(PartSummary::lengths).toList();
    List<Integer> edges = LengthDistribution.edges(all, BINS);
    int width = edges.get(1);
    int last = edges.get(edges.size() - 1);
    for (PartSummary part : inspection.parts()) {
      List<Long> counts = part.lengths().histogram(edges);
      List<Bin> bins = new ArrayList<>();
      for (int i = 0; i + 1 < edges.size(); i++) {
        bins.add(new Bin(edges.get(i), edges.get(i) + width, counts.get(i)));
      }
      long beyond = counts.get(counts.size() - 1);
      page.figure(
          "Sentences of %s by length%s"
              .formatted(
                  part.name(),
                  beyond == 0
                      ? ""
                      : "; %s more of %s pieces or more, the longest of %s"
                          .formatted(
                              Texts.number(beyond),
                              Texts.number(last),
                              Texts.number(part.lengths().longest()))),
          Charts.histogram("pieces", "sentences", bins));
    }
  }
}
