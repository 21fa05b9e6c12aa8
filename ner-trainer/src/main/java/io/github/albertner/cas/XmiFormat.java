package io.github.albertner.cas;

import io.github.albertner.corpus.Content;
import io.github.albertner.corpus.CorpusFile;
import io.github.albertner.corpus.CorpusFormat;
import io.github.albertner.corpus.CorpusOptions;
import io.github.albertner.corpus.CorpusWriter;
import io.github.albertner.corpus.SentenceSource;
import io.github.albertner.corpus.WritingStyle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** CASes with the types that are known; {@link CasCorpus} reads those with others. */
final class XmiFormat implements CorpusFormat {

  @Override
  public String name() {
    return CasCorpus.FORMAT;
  }

  @Override
  public String description() {
    return "UIMA's CASes, XMI or binary; a folder means all in it; written as XMI";
  }

  @Override
  public Set<Content> holds() {
    return EnumSet.allOf(Content.class);
  }

  @Override
  public boolean recognises(CorpusFile file) {
    return CasFiles.areCases(file.path());
  }

  @Override
  public List<Path> inFolder(Path folder) throws IOException {
    return CasFiles.inFolder(folder);
  }

  @Override
  public SentenceSource open(CorpusFile file, CorpusOptions options) throws IOException {
    CasOptions cas =
        new CasOptions(
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            options.tokens(),
            options.misaligned(),
            false,
            options.skipBadLines());
    return CasSource.of(new CasDocument.Reader(List.of(file.path()), cas).read(file.path()), cas);
  }

  @Override
  public Output output() {
    return Output.FOLDER;
  }

  @Override
  public CorpusWriter writer(Path target, WritingStyle style) throws IOException {
    return new XmiCorpusWriter(target);
  }
}
