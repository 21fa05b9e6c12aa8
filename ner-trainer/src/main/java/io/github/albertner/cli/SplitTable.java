package io.github.albertner.cli;

import io.github.albertner.corpus.CorpusSplitter;
import io.github.albertner.corpus.Sentence;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.ToLongFunction;

/** What the parts of a split have: numbers, and each part's share of all. */
final class SplitTable {

  private SplitTable() {}

  static String render(List<String> names, CorpusSplitter.Split split) {
    TreeSet<String> types = new TreeSet<>();
    for (List<Sentence> part : split.parts()) {
      part.forEach(s -> s.entities().forEach(entity -> types.add(entity.type())));
    }
    int width = Math.max(9, types.stream().mapToInt(String::length).max().orElse(0));
    StringBuilder table = new StringBuilder(" ".repeat(width));
    names.forEach(name -> table.append("%20s".formatted(name)));
    table.append('\n');
    row(table, width, "sentences", split.parts(), List::size);
    row(table, width, "documents", split.parts(), SplitTable::documents);
    for (String type : types) {
      row(table, width, type, split.parts(), part -> entities(part, type));
    }
    return table.toString();
  }

  private static void row(
      StringBuilder table,
      int width,
      String name,
      List<List<Sentence>> parts,
      ToLongFunction<List<Sentence>> count) {
    long all = parts.stream().mapToLong(count).sum();
    table.append(("%-" + width + "s").formatted(name));
    for (List<Sentence> part : parts) {
      long some = count.applyAsLong(part);
      table.append(
          String.format(Locale.ROOT, "%,12d %5.1f %%", some, all == 0 ? 0 : 100.0 * some / all));
    }
    table.append('\n');
  }

  private static long documents(List<Sentence> part) {
    return part.stream().filter(Sentence::startsDocument).count();
  }

  private static long entities(List<Sentence> part, String type) {
    return part.stream()
        .flatMap(sentence -> sentence.entities().stream())
        .filter(entity -> entity.type().equals(type))
        .count();
  }
}
