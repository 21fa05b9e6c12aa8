package io.github.albertner.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class SingularVectorsTest {
  private static final int SIZE = 120;

  /** Q diag(values) Q^T with a random orthonormal Q. */
  private static DMatrixRMaj symmetric(double[] values) {
    DMatrixRMaj random = new DMatrixRMaj(SIZE, SIZE);
    Random generator = new Random(5);
    for (int i = 0; i < random.data.length; i++) {
      random.data[i] = generator.nextGaussian();
    }
    DMatrixRMaj basis = SingularVectors.orthonormal(random);
    DMatrixRMaj scaled = basis.copy();
    CommonOps_DDRM.multCols(scaled, values);
    DMatrixRMaj matrix = new DMatrixRMaj(SIZE, SIZE);
    CommonOps_DDRM.multTransB(scaled, basis, matrix);
    return matrix;
  }

  private static SymmetricOperator operator(DMatrixRMaj matrix) {
    return new SymmetricOperator() {
      @Override
      public int size() {
        return matrix.numRows;
      }

      @Override
      public DMatrixRMaj times(DMatrixRMaj columns) {
        DMatrixRMaj product = new DMatrixRMaj(matrix.numRows, columns.numCols);
        CommonOps_DDRM.mult(matrix, columns, product);
        return product;
      }
    };
  }

  @Test
  void findsTheLargestWhateverTheirSign() throws IOException {
    double[] eigenvalues = new double[SIZE];
    for (int i = 0; i < SIZE; i++) {
      eigenvalues[i] = (i % 2 == 0 ? 1 : -1) * 100 * Math.pow(0.8, i);
    }
    DMatrixRMaj matrix = symmetric(eigenvalues);
    SingularVectors found =
        SingularVectors.of(operator(matrix), 10, new Random(1), (s, d, t) -> {});
    for (int k = 0; k < 10; k++) {
      assertEquals(Math.abs(eigenvalues[k]), found.values()[k], 1e-8, "value " + k);
      DMatrixRMaj vector = CommonOps_DDRM.extract(found.vectors(), 0, SIZE, k, k + 1);
      DMatrixRMaj product = new DMatrixRMaj(SIZE, 1);
      CommonOps_DDRM.mult(matrix, vector, product);
      double norm = 0;
      for (int i = 0; i < SIZE; i++) {
        assertEquals(eigenvalues[k] * vector.get(i, 0), product.get(i, 0), 1e-6, "vector " + k);
        norm += vector.get(i, 0) * vector.get(i, 0);
      }
      assertEquals(1, norm, 1e-9);
    }
  }

  @Test
  void allOfThemCanBeAskedFor() throws IOException {
    double[] eigenvalues = new double[SIZE];
    for (int i = 0; i < SIZE; i++) {
      eigenvalues[i] = SIZE - i;
    }
    SingularVectors found =
        SingularVectors.of(operator(symmetric(eigenvalues)), SIZE, new Random(1), (s, d, t) -> {});
    assertEquals(1, found.values()[SIZE - 1], 1e-8);
  }
}
