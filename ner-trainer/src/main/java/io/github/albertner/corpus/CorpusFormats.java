package io.github.albertner.corpus;

import io.github.albertner.suggest.NearestName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** The formats by name, and which of them a file is in. */
final class CorpusFormats {

  private static final Map<String, CorpusFormat> BY_NAME = new LinkedHashMap<>();

  /** In this order they are asked whether they recognise a file: columns and lines last. */
  private static final List<CorpusFormat> ASKED = new ArrayList<>();

  static {
    List<CorpusFormat> ours =
        Stream.concat(
                Stream.of(new ColumnFormat(), new NameSampleFormat()), ColumnPreset.ALL.stream())
            .toList();
    List<CorpusFormat> made = List.of(new Conll2012Format(), new CsvFormat());
    ServiceLoader.load(CorpusFormatProvider.class, CorpusFormatProvider.class.getClassLoader())
        .forEach(provider -> ASKED.addAll(provider.formats()));
    Stream.of(ours, made, ASKED).flatMap(List::stream).forEach(CorpusFormats::add);
    ASKED.addAll(made);
    ASKED.addAll(ours);
  }

  private static void add(CorpusFormat format) {
    if (BY_NAME.putIfAbsent(format.name(), format) != null) {
      throw new IllegalStateException("two corpus formats are called " + format.name());
    }
  }

  private CorpusFormats() {}

  /** All formats, in order. */
  static List<CorpusFormat> all() {
    return List.copyOf(BY_NAME.values());
  }

  /**
   * The format of that name.
   *
   * @throws IllegalArgumentException if there is none, with those there are
   */
  static CorpusFormat named(String name) {
    CorpusFormat format = BY_NAME.get(name.toLowerCase(Locale.ROOT));
    if (format == null) {
      throw new IllegalArgumentException(
          "unknown corpus format '"
              + name
              + "'"
              + NearestName.hint(name, BY_NAME.keySet())
              + "; known formats: "
              + String.join(", ", BY_NAME.keySet())
              + " (and, for reading, "
              + CorpusOptions.AUTO
              + ")");
    }
    return format;
  }

  /**
   * The format to read a file in.
   *
   * @throws CorpusFormatException if it is to be found out and no format recognises the file
   * @throws IllegalArgumentException if it is named and unknown
   */
  static CorpusFormat of(CorpusFile file, CorpusOptions options) throws IOException {
    if (!options.format().equals(CorpusOptions.AUTO)) {
      return named(options.format());
    }
    if (options.namesColumns()) {
      return named(new CsvFormat().recognises(file, options) ? CsvFormat.NAME : ColumnFormat.NAME);
    }
    for (CorpusFormat format : ASKED) {
      if (format.recognises(file)) {
        return format;
      }
    }
    for (CorpusFormat format : ASKED) {
      if (format.recognisesBesideOthers(file)) {
        return format;
      }
    }
    ForeignBytes.checkPage(file);
    List<LineReader.Line> first = file.sample(1);
    if (first.isEmpty()) {
      return named(ColumnFormat.NAME);
    }
    if (!first.get(0).decodable()) {
      throw file.undecodable(first.get(0));
    }
    if (ColumnFormat.couldRead(file)) {
      return named(ColumnFormat.NAME);
    }
    throw file.bad(
        first.get(0).number(),
        CorpusFormatException.quote(first.get(0).text()),
        "rows of columns with a column of tags such as O, B-PER, I-PER, sentences with"
            + " <START:type> ... <END>, JSON with texts or tokens and entities, or brat's .ann"
            + " beside a .txt; if it is one of "
            + String.join(", ", BY_NAME.keySet())
            + " nevertheless, name the format");
  }
}
