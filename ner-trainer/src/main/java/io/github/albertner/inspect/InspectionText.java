package io.github.albertner.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An inspection for the terminal. */
public final class InspectionText {
  private static final int BINS = 16;
  private static final int BAR = 20;
  private static final int EXAMPLES = 3;
  private static final String EIGHTHS = " ▏▎▍▌▋▊▉";

  private InspectionText() {}

  /** Returns tables of the parts and types, a histogram of lengths, and the findings. */
  public static String render(CorpusInspection inspection) {
    return String.format(
            Locale.ROOT,
            "%s: %,d pieces, windows of %,d\n\n",
            inspection.model(),
            inspection.vocabularySize(),
            inspection.capacity())
        + parts(inspection)
        + "\n"
        + types(inspection)
        + "\n"
        + histogram(inspection)
        + findings(inspection);
  }

  /** Returns what was found, what to do about it and the first examples, each on a line. */
  public static String render(Finding finding) {
    StringBuilder text =
        new StringBuilder(finding.severity().name().toLowerCase(Locale.ROOT))
            .append(": ")
            .append(finding.message())
            .append(" (")
            .append(finding.check())
            .append(")\n  ")
            .append(finding.advice())
            .append('\n');
    finding.examples().stream()
        .limit(EXAMPLES)
        .forEach(example -> text.append("    ").append(example).append('\n'));
    return text.toString();
  }

  private static String parts(CorpusInspection inspection) {
    Table table = new Table().row(header("", inspection));
    Overview.parts(inspection).forEach(table::row);
    return table.render();
  }

  private static List<String> header(String corner, CorpusInspection inspection) {
    List<String> header = new ArrayList<>(List.of(corner));
    inspection.parts().forEach(part -> header.add(part.name()));
    return header;
  }

  private static String types(CorpusInspection inspection) {
    Table table = new Table().row(Overview.typeColumns(inspection));
    Overview.types(inspection).forEach(table::row);
    return table.render();
  }

  private static String histogram(CorpusInspection inspection) {
    List<LengthDistribution> lengths =
        inspection.parts().stream().map(PartSummary::lengths).toList();
    List<Integer> edges = LengthDistribution.edges(lengths, BINS);
    List<List<Long>> counts = lengths.stream().map(one -> one.histogram(edges)).toList();
    StringBuilder text = new StringBuilder("sentences by length in pieces\n");
    StringBuilder names = new StringBuilder(" ".repeat(11));
    inspection
        .parts()
        .forEach(part -> names.append(("  %-" + (BAR + 8) + "s").formatted(part.name())));
    text.append(names.toString().stripTrailing()).append('\n');
    for (int bin = 0; bin < edges.size(); bin++) {
      StringBuilder line = new StringBuilder("%11s".formatted(range(edges, bin)));
      for (List<Long> part : counts) {
        long most = part.stream().mapToLong(Long::longValue).max().orElse(1);
        line.append(
            String.format(
                Locale.ROOT, "  %-20s %,7d", bar(part.get(bin) / (double) most), part.get(bin)));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private static String range(List<Integer> edges, int bin) {
    int from = edges.get(bin);
    if (bin + 1 == edges.size()) {
      return String.format(Locale.ROOT, "%,d-", from);
    }
    int to = edges.get(bin + 1) - 1;
    return from == to
        ? String.format(Locale.ROOT, "%,d", from)
        : String.format(Locale.ROOT, "%,d-%,d", from, to);
  }

  /** A bar of up to {@value #BAR} columns; what is there at all has at least an eighth of one. */
  private static String bar(double share) {
    int eighths = (int) Math.round(share * BAR * 8);
    eighths = share > 0 ? Math.max(1, eighths) : 0;
    int rest = eighths % 8;
    return "█".repeat(eighths / 8) + (rest > 0 ? EIGHTHS.charAt(rest) : "");
  }

  private static String findings(CorpusInspection inspection) {
    if (inspection.findings().isEmpty()) {
      return "\nnothing conspicuous found\n";
    }
    StringBuilder text = new StringBuilder();
    inspection.findings().forEach(finding -> text.append('\n').append(render(finding)));
    text.append('\n');
    List<String> counts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      long count = inspection.findings(severity).count();
      String name = severity.name().toLowerCase(Locale.ROOT);
      counts.add(Texts.count(count, name, name + "s"));
    }
    return text + String.join(", ", counts) + "\n";
  }
}
