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

  private ColumnSource(ColumnLayout layout, TagScheme scheme, ColumnBlocks blocks) {
    this.layout = layout;
    this.scheme = scheme;
    this.blocks = blocks;
  }

  /**
   * Finds out layout and scheme from all of the file, as far as they are not chosen.
   *
   * @throws CorpusFormatException if the layout cannot be found out
   */
  static SentenceSource open(CorpusFile file, CorpusOptions options) throws IOException {
    ColumnScan scan = ColumnScan.of(file, Integer.MAX_VALUE);
    if (scan.total() == 0) {
      if (scan.firstUndecodable() != null) {
        throw file.undecodable(scan.firstUndecodable());
      }
      return new NoSentences();
    }
    ColumnLayout layout = ColumnLayouts.of(file, scan, options);
    TagScheme scheme = options.scheme().isPresent() ? options.scheme().get() : scheme(file, layout);
    return new ColumnSource(layout, scheme, new ColumnBlocks(file, layout));
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
    return ColumnFormat.NAME;
  }

  @Override
  public String layout() {
    return layout + ", " + scheme;
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
    return Optional.of(Candidate.good(sentence, scheme.violations(block.tags()).size()));
  }

  @Override
  public void close() throws IOException {
    blocks.close();
  }

  /** A file without rows. */
  private static final class NoSentences implements SentenceSource {

    @Override
    public String format() {
      return ColumnFormat.NAME;
    }

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
