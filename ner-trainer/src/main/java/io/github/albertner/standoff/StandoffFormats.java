package io.github.albertner.standoff;

import io.github.albertner.corpus.CorpusFormat;
import io.github.albertner.corpus.CorpusFormatProvider;
import java.util.ArrayList;
import java.util.List;

/** The formats of this package. */
public final class StandoffFormats implements CorpusFormatProvider {

  /** For {@link java.util.ServiceLoader}. */
  public StandoffFormats() {}

  @Override
  public List<CorpusFormat> formats() {
    List<CorpusFormat> formats = new ArrayList<>();
    formats.add(new BratFormat());
    formats.add(new TaggedTokensFormat());
    for (JsonKind kind : JsonKind.values()) {
      formats.add(new JsonTextFormat(kind));
    }
    formats.add(new WebAnnoFormat());
    formats.addAll(SgmlFormat.ALL);
    return formats;
  }
}
