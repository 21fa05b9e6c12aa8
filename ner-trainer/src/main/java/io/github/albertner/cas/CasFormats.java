package io.github.albertner.cas;

import io.github.albertner.corpus.CorpusFormat;
import io.github.albertner.corpus.CorpusFormatProvider;
import java.util.List;

/** The format of this package. */
public final class CasFormats implements CorpusFormatProvider {

  /** For {@link java.util.ServiceLoader}. */
  public CasFormats() {}

  @Override
  public List<CorpusFormat> formats() {
    return List.of(new XmiFormat());
  }
}
