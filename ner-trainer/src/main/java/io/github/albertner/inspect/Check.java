package io.github.albertner.inspect;

import java.util.List;

/** Looks for one kind of thing. */
@FunctionalInterface
interface Check {

  /**
   * Looks.
   *
   * @param parts of the corpus, the one to learn from first
   * @param pieces of the model to be trained
   * @return what was found, nothing if all is well
   */
  List<Finding> findings(List<CorpusPart> parts, ModelPieces pieces);
}
