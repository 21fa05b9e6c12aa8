package io.github.albertner.corpus;

import java.util.List;

/**
 * Formats of another package, found by {@link java.util.ServiceLoader}: name the implementation in
 * {@code META-INF/services/io.github.albertner.corpus.CorpusFormatProvider}.
 */
public interface CorpusFormatProvider {

  /**
   * The formats.
   *
   * @return in the order in which they are asked whether they recognise a file, before those of
   *     this package
   */
  List<CorpusFormat> formats();
}
