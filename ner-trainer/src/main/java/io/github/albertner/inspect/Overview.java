package io.github.albertner.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What text and page both say of the parts: a name for each figure, a value for each part. */
final class Overview {

  private Overview() {}

  /** Rows of a name and a cell for each part. */
  static List<List<String>> parts(CorpusInspection inspection) {
    List<List<String>> rows = new ArrayList<>();
    PartSummary first = inspection.parts().get(0);
    add(rows, inspection, "files", part -> Texts.number(part.files()));
    add(rows, inspection, "documents", part -> Texts.number(part.documents()));
    add(rows, inspection, "sentences", part -> Texts.number(part.sentences()));
    add(
        rows,
        inspection,
        "without entity",
        part -> Texts.percent(part.sentencesWithoutEntity(), part.sentences()));
    add(rows, inspection, "words", part -> Texts.number(part.words()));
    add(rows, inspection, "pieces", part -> Texts.number(part.lengths().total()));
    add(
        rows,
        inspection,
        "pieces a word",
        part -> String.format(Locale.ROOT, "%.2f", part.lengths().total() / (double) part.words()));
    add(
        rows,
        inspection,
        "pieces a sentence: median",
        part -> Texts.number(part.lengths().quantile(0.5)));
    add(rows, inspection, "95 % up to", part -> Texts.number(part.lengths().quantile(0.95)));
    add(rows, inspection, "99 % up to", part -> Texts.number(part.lengths().quantile(0.99)));
    add(rows, inspection, "longest", part -> Texts.number(part.lengths().longest()));
    add(rows, inspection, "past the window", part -> Texts.number(part.longSentences()));
    add(rows, inspection, "entities", part -> Texts.number(part.entities()));
    if (inspection.parts().size() > 1) {
      add(
          rows,
          inspection,
          "seen in " + first.name(),
          part -> Texts.percent(part.seenEntities(), part.entities()));
    }
    return rows;
  }

  private static void add(
      List<List<String>> rows,
      CorpusInspection inspection,
      String name,
      Function<PartSummary, String> value) {
    List<String> row = new ArrayList<>(List.of(name));
    inspection.parts().forEach(part -> row.add(value.apply(part)));
    rows.add(row);
  }

  /** The columns of {@link #types}. */
  static List<String> typeColumns(CorpusInspection inspection) {
    List<String> columns =
        new ArrayList<>(
            List.of("type", "part", "entities", "share", "surfaces", "mean words", "longest"));
    if (inspection.parts().size() > 1) {
      columns.add("seen in " + inspection.parts().get(0).name());
    }
    return columns;
  }

  /** A row for each type in each part that has it; types are in the order of all parts. */
  static List<List<String>> types(CorpusInspection inspection) {
    List<List<String>> rows = new ArrayList<>();
    for (String type : typeNames(inspection)) {
      for (PartSummary part : inspection.parts()) {
        for (TypeSummary summary : part.types()) {
          if (summary.type().equals(type)) {
            rows.add(cells(summary, part, inspection.parts().size() > 1));
          }
        }
      }
    }
    return rows;
  }

  private static List<String> cells(TypeSummary type, PartSummary part, boolean several) {
    List<String> cells =
        new ArrayList<>(
            List.of(
                type.type(),
                part.name(),
                Texts.number(type.entities()),
                Texts.percent(type.entities(), part.entities()),
                Texts.number(type.surfaces()),
                String.format(Locale.ROOT, "%.2f", type.meanWords()),
                Texts.number(type.longest())));
    if (several) {
      cells.add(Texts.percent(type.seen(), type.entities()));
    }
    return cells;
  }

  /** All types in alphabetical order. */
  static List<String> typeNames(CorpusInspection inspection) {
    return inspection.parts().stream()
        .flatMap(part -> part.types().stream())
        .map(TypeSummary::type)
        .distinct()
        .sorted()
        .toList();
  }
}
