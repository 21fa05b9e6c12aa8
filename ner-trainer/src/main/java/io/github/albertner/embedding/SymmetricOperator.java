package io.github.albertner.embedding;

import java.io.IOException;
import org.ejml.data.DMatrixRMaj;

/** A symmetric matrix V x V of which only products are known. */
interface SymmetricOperator {

  /** V. */
  int size();

  /**
   * A product.
   *
   * @param columns V x K, left as they are
   * @return V x K, a new one
   */
  DMatrixRMaj times(DMatrixRMaj columns) throws IOException;
}
