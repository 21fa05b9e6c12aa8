package io.github.albertner.corpus;

import io.github.albertner.label.EntitySpan;
import io.github.albertner.label.Tag;
import io.github.albertner.label.TagScheme;
import io.github.albertner.label.TagViolation;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;

/** A column file as blocks of rows, one for each sentence. */
final class ColumnBlocks implements Closeable {

  /**
   * The rows of a sentence. If there are bad lines, words and tags are those of the others.
   *
   * @param words the word column
   * @param tags as many, in standard notation
   * @param furtherTags those of other tag columns, each as many
   * @param lines the words' lines
   * @param startsDocument whether a document begins here
   * @param badLines what is wrong, in line order
   * @param changes tags that are left out
   */
  record Block(
      List<String> words,
      List<String> tags,
      List<List<String>> furtherTags,
      List<Integer> lines,
      boolean startsDocument,
      List<CorpusFormatException> badLines,
      List<EntityChange> changes) {

    boolean isEmpty() {
      return words.isEmpty() && badLines.isEmpty();
    }
  }

  private static final Pattern DOCUMENT_COMMENT =
      Pattern.compile("#\\s*newdoc\\b.*|###\\s*MEDLINE:.*");

  private final CorpusFile file;
  private final ColumnLayout layout;
  private final LineReader lines;
  private boolean startsDocument = true;
  private boolean nextStartsDocument;
  private String document;

  /** The row that ended the last block by beginning the next. */
  private LineReader.Line held;

  private String sentence = "";
  private long number;

  ColumnBlocks(CorpusFile file, ColumnLayout layout) throws IOException {
    this.file = file;
    this.layout = layout;
    this.lines = file.lines();
  }

  /** The next block with at least one row, or null after the last. */
  Block next() throws IOException {
    Block block =
        new Block(
            new ArrayList<>(),
            new ArrayList<>(),
            layout.furtherTags().stream().<List<String>>map(c -> new ArrayList<>()).toList(),
            new ArrayList<>(),
            false,
            new ArrayList<>(),
            new ArrayList<>());
    number = -1;
    LineReader.Line line;
    while ((line = nextLine()) != null) {
      if (line.isBlank()) {
        if (!block.isEmpty()) {
          break;
        }
      } else if (line.number() != layout.headerLine() && add(line, block)) {
        break;
      }
    }
    if (block.isEmpty()) {
      return null;
    }
    boolean starts = startsDocument;
    startsDocument = nextStartsDocument;
    nextStartsDocument = false;
    return new Block(
        block.words(),
        block.tags(),
        block.furtherTags(),
        block.lines(),
        starts,
        block.badLines(),
        block.changes());
  }

  private LineReader.Line nextLine() throws IOException {
    LineReader.Line line = held == null ? lines.read() : held;
    held = null;
    return line;
  }

  /** Takes in a line; returns true if it ends the block, being the start of another one. */
  private boolean add(LineReader.Line line, Block block) {
    List<String> cells = layout.separator().cells(line.text());
    if (!line.decodable()) {
      block.badLines().add(file.undecodable(line));
      return false;
    }
    ColumnLayout.Kind kind = layout.kind(line.text(), cells, !block.isEmpty());
    if (cells.size() == layout.width()
        && kind != ColumnLayout.Kind.COMMENT
        && kind != ColumnLayout.Kind.DOCUMENT_START) {
      if (startsSentence(cells) && !block.isEmpty()) {
        held = line;
        return true;
      }
      notePlace(cells);
    }
    switch (kind) {
      case WORD -> {
        block.words().add(cells.get(layout.token()));
        block.tags().add(layout.tag().tag(cells).orElseThrow().toString());
        for (int i = 0; i < layout.furtherTags().size(); i++) {
          Tag tag = layout.furtherTags().get(i).tag(cells).orElse(Tag.OUTSIDE);
          block.furtherTags().get(i).add(tag.toString());
        }
        block.lines().add(line.number());
        noteDocument(cells, block);
      }
      case NO_WORD -> {
        if (layout.tag().tag(cells).filter(tag -> !tag.isOutside()).isPresent()) {
          block.changes().add(leftOut(line, cells));
        }
      }
      case BAD -> block.badLines().add(layout.problem(file, line, cells));
      case COMMENT -> startsDocument |= DOCUMENT_COMMENT.matcher(line.text()).matches();
      case DOCUMENT_START -> {
        if (block.isEmpty()) {
          startsDocument = true;
        } else {
          nextStartsDocument = true;
          return true;
        }
      }
    }
    return false;
  }

  private EntityChange leftOut(LineReader.Line line, List<String> cells) {
    return new EntityChange(
        "tags left out: on rows such as 2-3 or 8.1, which are no words of their own",
        "%s:%s: %s of row %s"
            .formatted(
                file.path(),
                line.number(),
                CorpusFormatException.quote(layout.tag().text(cells)),
                cells.get(layout.number())));
  }

  /** Whether a row is of another sentence than the one before, by its name or its number. */
  private boolean startsSentence(List<String> cells) {
    if (layout.sentence() >= 0) {
      String now = cells.get(layout.sentence());
      if (!now.isEmpty() && !now.equals(sentence)) {
        return true;
      }
    }
    if (layout.number() < 0) {
      return false;
    }
    String cell = cells.get(layout.number());
    long now = ColumnCounts.value(cell);
    // A row 1.1 comes after word 1 of the same sentence, one 0.1 before it.
    return now >= 0 && now <= (cell.indexOf('.') > 0 ? 0 : 1) && now <= number;
  }

  private void notePlace(List<String> cells) {
    if (layout.sentence() >= 0 && !cells.get(layout.sentence()).isEmpty()) {
      sentence = cells.get(layout.sentence());
    }
    if (layout.number() >= 0 && ColumnCounts.isNumber(cells.get(layout.number()))) {
      number = ColumnCounts.value(cells.get(layout.number()));
    }
  }

  /** Says in which lines tags of a block are illegal. */
  List<String> places(Block block, List<TagViolation> violations) {
    return violations.stream()
        .map(tag -> file.path() + ":" + block.lines().get(tag.word()) + ": " + tag.reason())
        .toList();
  }

  /** Says which tags and entities of a block are left out. */
  List<EntityChange> unread(Block block, List<EntitySpan> read, TagScheme scheme) {
    List<EntityChange> unread = new ArrayList<>(block.changes());
    for (int i = 0; i < block.furtherTags().size(); i++) {
      TagColumn column = layout.furtherTags().get(i);
      String advice =
          column.key().isEmpty() ? ", which --tag-column " + column + " reads instead" : "";
      for (EntitySpan entity : scheme.decode(block.furtherTags().get(i))) {
        if (!read.contains(entity)) {
          unread.add(
              new EntityChange(
                  "entities left out: in tag column " + column + advice,
                  "%s:%s: %s '%s' in column %s"
                      .formatted(
                          file.path(),
                          block.lines().get(entity.begin()),
                          entity.type(),
                          String.join(" ", block.words().subList(entity.begin(), entity.end())),
                          column)));
        }
      }
    }
    return unread;
  }

  /** A sentence's first word decides which document it belongs to. */
  private void noteDocument(List<String> cells, Block block) {
    if (layout.document() >= 0 && block.words().size() == 1) {
      String now = cells.get(layout.document());
      startsDocument |= !now.equals(document);
      document = now;
    }
  }

  /** The tags of the blocks without bad lines; failures to read come as UncheckedIOException. */
  Iterator<List<String>> tags() {
    return new Iterator<>() {
      private Block ahead = advance();

      private Block advance() {
        try {
          Block block;
          do {
            block = ColumnBlocks.this.next();
          } while (block != null && !block.badLines().isEmpty());
          return block;
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }

      @Override
      public boolean hasNext() {
        return ahead != null;
      }

      @Override
      public List<String> next() {
        if (ahead == null) {
          throw new NoSuchElementException("no more sentences");
        }
        List<String> tags = ahead.tags();
        ahead = advance();
        return tags;
      }
    };
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
