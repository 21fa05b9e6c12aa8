package io.github.albertner.corpus;

import io.github.albertner.label.TagScheme;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Set;

/**
 * Columns as one shared task had them: the word first, the tag last, as many columns as there. Read
 * as other columns are, so with any entity types, tabs or spaces and every tag scheme.
 *
 * @param name what users call it; as in OpenNLP
 * @param description one line for help texts
 * @param widths numbers of columns that it may have
 * @param document the column with a document's name, from 0, or -1
 * @param shape how it is written, or null
 */
record ColumnPreset(
    String name, String description, List<Integer> widths, int document, ColumnWriter.Shape shape)
    implements CorpusFormat {

  static final List<CorpusFormat> ALL =
      List.of(
          new ColumnPreset(
              "conll02",
              "CoNLL-2002: word, part of speech, tag",
              List.of(3),
              -1,
              new ColumnWriter.Shape(
                  " ", " -X- ", ColumnScan.DOCUMENT_START + " -X- O\n\n", TagScheme.BIO)),
          new ColumnPreset(
              "conll03",
              "CoNLL-2003: word, (lemma,) part of speech, chunk, tag",
              List.of(4, 5),
              -1,
              new ColumnWriter.Shape(
                  " ", " -X- -X- ", ColumnScan.DOCUMENT_START + " -X- -X- O\n\n", TagScheme.IOB1)),
          new ColumnPreset(
              "bionlp2004",
              "BioNLP/NLPBA 2004: word, tag; ###MEDLINE: begins a document",
              List.of(2),
              -1,
              new ColumnWriter.Shape("\t", "\t", "###MEDLINE:%d\n\n", TagScheme.BIO)),
          new ColumnPreset(
              "evalita",
              "Evalita 2007 and 2009: word, part of speech, document, tag",
              List.of(4),
              2,
              null));

  @Override
  public Set<Content> holds() {
    return ColumnFormat.HOLDS;
  }

  @Override
  public boolean recognises(CorpusFile file) {
    return false; // Columns are found out anyway; these names say what must be found.
  }

  @Override
  public SentenceSource open(CorpusFile file, CorpusOptions options) throws IOException {
    return ColumnSource.open(
        file,
        options,
        scan -> {
          int width = scan.width();
          if (!widths.contains(width)) {
            throw file.bad(
                scan.firstRow().number(),
                (width == 1 ? "1 column" : width + " columns")
                    + " in most rows, as in "
                    + CorpusFormatException.quote(scan.firstRow().text()),
                String.join(" or ", widths.stream().map(String::valueOf).toList())
                    + " columns in a file of the format "
                    + name
                    + " (the format "
                    + ColumnFormat.NAME
                    + " finds out which columns there are)");
          }
          TagColumn tag =
              new TagColumn(width - 1, "", scan.usual().columns.get(width - 1).notation());
          return new ColumnLayout(
              scan.separator(), width, 0, tag, -1, -1, document, scan.header().line(), List.of());
        },
        name);
  }

  @Override
  public Output output() {
    return shape == null ? Output.NONE : Output.FILE;
  }

  @Override
  public CorpusWriter writer(Writer out, WritingStyle style) {
    return shape == null
        ? CorpusFormat.super.writer(out, style)
        : new ColumnWriter(out, shape.in(style), name);
  }
}
