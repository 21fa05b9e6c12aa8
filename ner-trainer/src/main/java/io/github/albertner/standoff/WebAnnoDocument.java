package io.github.albertner.standoff;

import io.github.albertner.corpus.CorpusFile;
import io.github.albertner.corpus.CorpusFormatException;
import io.github.albertner.corpus.EntityChange;
import io.github.albertner.corpus.LineReader;
import io.github.albertner.text.CharRange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A document in WebAnno TSV 3. Rows are {@code 1-2 TAB 7-13 TAB Merkel TAB *[1] TAB PER[1]}: place,
 * offsets in UTF-16 units, token, and columns of the layers that the header lists. {@code 2-1.1} is
 * a part of the token before, which is a token here; so is what is left of it.
 */
final class WebAnnoDocument implements TextSource.Documents {

  private static final String TEXT = "#Text=";
  private static final Pattern LAYER = Pattern.compile("#T_(SP|CH|RL)=([^|]*)\\|?(.*)");
  private static final Pattern ROW =
      Pattern.compile("(\\d+)-(\\d+)(\\.\\d+)?\t(\\d{1,9})-(\\d{1,9})\t([^\t]*)(?:\t(.*))?");

  /** A value, and the number that joins those of one annotation. */
  private static final Pattern VALUE = Pattern.compile("(.*?)(?:\\[(\\d+)])?", Pattern.DOTALL);

  private static final Pattern STACKED = Pattern.compile("(?<!\\\\)\\|");
  private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

  /** Layers of spans that are no entities, by the ends of their names. */
  private static final List<String> OTHERS =
      List.of(
          ".POS", ".Lemma", ".Stem", ".MorphologicalFeatures", ".Token", ".Chunk", ".SurfaceForm");

  /**
   * A layer of spans.
   *
   * @param name of its type
   * @param features in order; none for spans without
   * @param column of its first feature, from 0
   */
  private record Layer(String name, List<String> features, int column) {

    boolean isNamedEntity() {
      return name.endsWith(".NamedEntity");
    }

    /** What names the entities. */
    int label() {
      int value = features.indexOf("value");
      int label = features.indexOf("label");
      return column + (value >= 0 ? value : Math.max(label, 0));
    }

    String simpleName() {
      return name.substring(name.lastIndexOf('.') + 1);
    }
  }

  /** A row. */
  private record Row(
      int line,
      String sentence,
      boolean part,
      int begin,
      int end,
      String form,
      List<String> cells) {}

  private final CorpusFile file;
  private final Layer layer;
  private final List<Row> rows = new ArrayList<>();
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final List<CorpusFormatException> problems = new ArrayList<>();
  private boolean read;

  private WebAnnoDocument(CorpusFile file, Layer layer) {
    this.file = file;
    this.layer = layer;
  }

  /**
   * Reads a file.
   *
   * @throws CorpusFormatException if it has no layer of spans
   */
  static WebAnnoDocument read(CorpusFile file) throws IOException {
    WebAnnoDocument document = new WebAnnoDocument(file, layer(file));
    try (LineReader lines = file.lines()) {
      StringBuilder text = new StringBuilder();
      LineReader.Line line;
      while ((line = lines.read()) != null) {
        document.add(line, text);
      }
    }
    return document;
  }

  private static Layer layer(CorpusFile file) throws IOException {
    List<Layer> layers = new ArrayList<>();
    int column = 0;
    try (LineReader lines = file.lines()) {
      LineReader.Line line;
      while ((line = lines.read()) != null && !line.text().startsWith(TEXT)) {
        Matcher header = LAYER.matcher(line.text());
        if (header.matches()) {
          List<String> features =
              header.group(3).isEmpty() ? List.of() : List.of(header.group(3).split("\\|", -1));
          if (header.group(1).equals("SP")) {
            layers.add(new Layer(header.group(2), features, column));
          }
          column += Math.max(1, features.size());
        }
      }
    }
    return layers.stream()
        .filter(Layer::isNamedEntity)
        .findFirst()
        .or(
            () ->
                layers.stream()
                    .filter(layer -> OTHERS.stream().noneMatch(layer.name()::endsWith))
                    .findFirst())
        .orElseThrow(
            () ->
                file.bad(
                    1,
                    layers.isEmpty()
                        ? "none"
                        : String.join(", ", layers.stream().map(Layer::name).toList()),
                    "a layer of entities in the header, such as #T_SP=...NamedEntity|value"));
  }

  /** Which layer is read, for people. */
  String layer() {
    return "layer "
        + layer.simpleName()
        + (layer.features().isEmpty()
            ? ""
            : ", feature " + layer.features().get(layer.label() - layer.column()));
  }

  private void add(LineReader.Line line, StringBuilder text) {
    if (line.isBlank()) {
      return;
    }
    if (!line.decodable()) {
      problems.add(file.undecodable(line));
    } else if (line.text().startsWith(TEXT)) {
      text.append(text.isEmpty() ? "" : "\n")
          .append(unescaped(line.text().substring(TEXT.length())));
    } else if (!line.text().startsWith("#")) {
      Matcher row = ROW.matcher(line.text());
      if (!row.matches()) {
        problems.add(
            file.bad(
                line.number(),
                CorpusFormatException.quote(line.text()),
                "a row of WebAnno TSV 3: 1-1<tab>0-3<tab>Ada<tab>PER"));
        return;
      }
      texts.putIfAbsent(row.group(1), text.toString());
      text.setLength(0);
      rows.add(
          new Row(
              line.number(),
              row.group(1),
              row.group(3) != null,
              Integer.parseInt(row.group(4)),
              Integer.parseInt(row.group(5)),
              unescaped(row.group(6)),
              row.group(7) == null ? List.of() : List.of(row.group(7).split("\t", -1))));
    }
  }

  private static String unescaped(String text) {
    return ESCAPED
        .matcher(text)
        .replaceAll(
            m ->
                switch (m.group(1)) {
                  case "n" -> "\n";
                  case "t" -> "\t";
                  case "r" -> "\r";
                  default -> Matcher.quoteReplacement(m.group(1));
                });
  }

  @Override
  public TextDocument next() {
    if (read) {
      return null;
    }
    read = true;
    String text = text();
    if (!problems.isEmpty()) {
      return TextDocument.bad(file.path(), 0, true, problems);
    }
    List<EntityChange> changes = new ArrayList<>();
    List<TextEntity> entities = entities();
    List<CharRange> sentences = new ArrayList<>();
    List<CharRange> tokens = new ArrayList<>();
    String sentence = "";
    for (Row row : rows) {
      if (row.part()) {
        continue;
      }
      if (!row.sentence().equals(sentence)) {
        sentence = row.sentence();
        sentences.add(new CharRange(row.begin(), row.end()));
      }
      int last = sentences.size() - 1;
      sentences.set(last, new CharRange(sentences.get(last).begin(), row.end()));
      tokens.addAll(cut(row, entities, changes));
    }
    return new TextDocument(
        file.path(), 0, text, sentences, tokens, entities, true, List.of(), changes);
  }

  /** The parts of a token that entities begin and end at. */
  private List<CharRange> cut(Row row, List<TextEntity> entities, List<EntityChange> changes) {
    TreeSet<Integer> borders = new TreeSet<>(List.of(row.begin(), row.end()));
    for (TextEntity entity : entities) {
      for (int border : List.of(entity.begin(), entity.end())) {
        if (border > row.begin() && border < row.end()) {
          borders.add(border);
        }
      }
    }
    if (borders.size() > 2) {
      changes.add(
          new EntityChange(
              "tokens cut where a part of them is annotated",
              file.path() + ":" + row.line() + ": '" + row.form() + "'"));
    }
    List<CharRange> parts = new ArrayList<>();
    int begin = row.begin();
    for (int border : borders.tailSet(begin, false)) {
      parts.add(new CharRange(begin, border));
      begin = border;
    }
    return parts;
  }

  /**
   * The text: sentences where their tokens begin, or tokens where those are elsewhere, with line
   * ends and spaces between.
   */
  private String text() {
    StringBuilder text = new StringBuilder();
    String sentence = "";
    Map<String, List<Row>> bySentence = rows.stream().collect(Collectors.groupingBy(Row::sentence));
    for (Row row : rows) {
      boolean starts = !row.sentence().equals(sentence);
      sentence = row.sentence();
      boolean inText = !starts && row.begin() < text.length();
      if (row.end() - row.begin() != row.form().length()
          || (inText
              && !text.substring(row.begin(), Math.min(text.length(), row.end()))
                  .equals(row.form()))
          || (starts && row.begin() < text.length())) {
        problems.add(
            file.bad(
                row.line(),
                "'" + row.form() + "' at " + row.begin() + " to " + row.end(),
                "offsets, in UTF-16 units, of a token after the one before"));
        return "";
      }
      if (inText) {
        continue;
      }
      while (text.length() < row.begin()) {
        text.append(starts && text.length() > 0 ? '\n' : ' ');
      }
      String whole = texts.get(row.sentence()).stripLeading();
      boolean fits =
          starts
              && bySentence.get(sentence).stream()
                  .allMatch(token -> whole.startsWith(token.form(), token.begin() - row.begin()));
      text.append(fits ? whole : row.form());
    }
    return text.toString();
  }

  /** Cells with the same number in brackets are one entity, others one each. */
  private List<TextEntity> entities() {
    List<TextEntity> entities = new ArrayList<>();
    Map<String, Integer> numbered = new LinkedHashMap<>();
    for (Row row : rows) {
      String cell = layer.label() < row.cells().size() ? row.cells().get(layer.label()) : "_";
      if (cell.equals("_") || cell.isEmpty()) {
        continue;
      }
      for (String stacked : STACKED.split(cell, -1)) {
        Matcher value = VALUE.matcher(stacked);
        boolean joined = value.matches() && value.group(2) != null;
        String label = unescaped(joined ? value.group(1) : stacked);
        boolean none = label.equals("*");
        String type = none && layer.features().isEmpty() ? layer.simpleName() : none ? "" : label;
        Integer before = joined ? numbered.get(value.group(2)) : null;
        if (before != null) {
          TextEntity begun = entities.get(before);
          entities.set(before, begun.at(begun.begin(), row.end()));
        } else {
          if (joined) {
            numbered.put(value.group(2), entities.size());
          }
          entities.add(
              new TextEntity(
                  type.isEmpty() ? "entity" : type, row.begin(), row.end(), type, row.line()));
        }
      }
    }
    return entities;
  }

  @Override
  public void close() {
    // Nothing stays open.
  }
}
