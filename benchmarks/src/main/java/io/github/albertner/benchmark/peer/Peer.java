package io.github.albertner.benchmark.peer;

import io.github.albertner.benchmark.measure.Contender.Work;
import java.io.IOException;
import java.util.List;

/** A tagger under test. */
public interface Peer extends AutoCloseable {

  /**
   * Returns the work of tagging sentences, to be timed; what only this peer needs made of them is
   * made here.
   *
   * @param sentences tokens of each
   */
  Work tagging(List<List<String>> sentences) throws Exception;

  @Override
  void close() throws IOException;
}
