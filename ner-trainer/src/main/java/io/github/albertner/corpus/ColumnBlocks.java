package io.github.albertner.corpus;

import io.github.albertner.label.EntitySpan;
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
   * @param tags the tag column, as long
   * @param furtherTags the other tag columns, each as long
   * @param startsDocument whether a document begins here
   * @param badLines what is wrong, in line order
   */
  record Block(
      List<String> words,
      List<String> tags,
      List<List<String>> furtherTags,
      boolean startsDocument,
      List<CorpusFormatException> badLines) {

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

  /** The line of the last block's first word; all words of a block without bad lines follow. */
  private int firstLine;

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
            false,
            new ArrayList<>());
    LineReader.Line line;
    while ((line = lines.read()) != null) {
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
    return new Block(block.words(), block.tags(), block.furtherTags(), starts, block.badLines());
  }

  /** Takes in a line; returns true if it ends the block, being the start of a new document. */
  private boolean add(LineReader.Line line, Block block) {
    List<String> cells = layout.separator().cells(line.text());
    if (!line.decodable()) {
      block.badLines().add(file.undecodable(line));
      return false;
    }
    switch (layout.kind(line.text(), cells, !block.isEmpty())) {
      case WORD -> {
        block.words().add(cells.get(layout.token()));
        block.tags().add(cells.get(layout.tag()));
        for (int i = 0; i < layout.furtherTags().size(); i++) {
          String tag = cells.get(layout.furtherTags().get(i));
          block.furtherTags().get(i).add(ColumnScan.tag(tag).isPresent() ? tag : "O");
        }
        firstLine = block.words().size() == 1 ? line.number() : firstLine;
        noteDocument(cells, block);
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

  /** Says in which lines tags of the last block, which must have no bad lines, are illegal. */
  List<String> places(List<TagViolation> violations) {
    return violations.stream()
        .map(tag -> file.path() + ":" + (firstLine + tag.word()) + ": " + tag.reason())
        .toList();
  }

  /** Says which entities of tag columns that are not read the last block's tags do not hold. */
  List<EntityChange> unread(Block block, List<EntitySpan> read, TagScheme scheme) {
    List<EntityChange> unread = new ArrayList<>();
    for (int i = 0; i < block.furtherTags().size(); i++) {
      int column = layout.furtherTags().get(i) + 1;
      for (EntitySpan entity : scheme.decode(block.furtherTags().get(i))) {
        if (!read.contains(entity)) {
          unread.add(
              new EntityChange(
                  "entities left out: in tag column %s, which --tag-column %s reads instead"
                      .formatted(column, column),
                  "%s:%s: %s '%s' in column %s"
                      .formatted(
                          file.path(),
                          firstLine + entity.begin(),
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
