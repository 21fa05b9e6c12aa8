package io.github.albertner.cli;

import io.github.albertner.corpus.Corpora;
import java.util.Iterator;

/** The names of corpus formats, for help and completion. */
final class FormatNames implements Iterable<String> {

  @Override
  public Iterator<String> iterator() {
    return Corpora.formats().keySet().iterator();
  }
}
