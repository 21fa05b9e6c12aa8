package io.github.albertner.corpus;

import io.github.albertner.label.TagScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The sentences of a column file. */
final class ColumnSource implements SentenceSource {

  private final ColumnLayout layout;
  private final TagScheme scheme;
  private final ColumnBlocks blocks;
  private final String format;

  private ColumnSource(ColumnLayout layout, TagScheme scheme, ColumnBlocks blocks, String format) {
    this.format = format;
    this.layout = layout;
    this.scheme = scheme;
    this.blocks = blocks;
  }

  /** Tells a layout from what was counted. */
  @FunctionalInterface
  interface Layouts {
    ColumnLayout of(ColumnScan scan) throws IOException;
  }

  /**
   * Finds out layout and scheme from all of the file, as far as they are not chosen.
   *
   * @param options the scheme, and whether columns are chosen by name
   * @param format what the file's format is called
   * @throws CorpusFormatException if the layout cannot be found out
   */
  static SentenceSource open(CorpusFile file, CorpusOptions options, Layouts layouts, String format)
      throws IOException {
    ColumnScan scan = ColumnScan.of(file, Integer.MAX_VALUE, options.hasColumnNames());
    if (scan.total() == 0) {
      if (scan.firstUndecodable() != null) {
        throw file.undecodable(scan.firstUndecodable());
      }
      return new NoSentences(format);
    }
    ColumnLayout layout = layouts.of(scan);
    TagScheme scheme = options.scheme().isPresent() ? options.scheme().get() : scheme(file, layout);
    return new ColumnSource(layout, scheme, new ColumnBlocks(file, layout), format);
  }

  private static TagScheme scheme(CorpusFile file, ColumnLayout layout) throws IOException {
    try (ColumnBlocks blocks = new ColumnBlocks(file, layout)) {
      Iterator<List<String>> tags = blocks.tags();
      return TagScheme.detect(() -> tags);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public String format() {
    return format;
  }

  @Override
  public String layout() {
    return layout + ", " + layout.tag().notation().describe(scheme);
  }

  @Override
  public Optional<Candidate> next() throws IOException {
    ColumnBlocks.Block block = blocks.next();
    if (block == null) {
      return Optional.empty();
    }
    if (!block.badLines().isEmpty()) {
      return Optional.of(Candidate.bad(block.startsDocument(), block.badLines()));
    }
    Sentence sentence =
        new Sentence(block.words(), scheme.decode(block.tags()), block.startsDocument());
    return Optional.of(
        new Candidate(
            Optional.of(sentence),
            sentence.startsDocument(),
            blocks.places(block, scheme.violations(block.tags())),
            List.of(),
            blocks.unread(block, sentence.entities(), scheme)));
  }

  @Override
  public void close() throws IOException {
    blocks.close();
  }

  /** A file without rows. */
  private record NoSentences(String format) implements SentenceSource {

    @Override
    public String layout() {
      return "no rows";
    }

    @Override
    public Optional<Candidate> next() {
      return Optional.empty();
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
