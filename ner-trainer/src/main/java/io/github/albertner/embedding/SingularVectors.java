package io.github.albertner.embedding;

import java.io.IOException;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.interfaces.decomposition.QRDecomposition;

/**
 * The largest singular values of a symmetric matrix and their vectors, by randomised subspace
 * iteration. Of a symmetric matrix they are the eigenvalues without their signs, and the
 * eigenvectors.
 *
 * <p>Source: Halko, Martinsson, Tropp (2011), algorithms 4.4 and 5.3.
 */
final class SingularVectors {

  private static final int OVERSAMPLING = 32;
  private static final int ITERATIONS = 4;

  private final double[] values;
  private final DMatrixRMaj vectors;

  private SingularVectors(double[] values, DMatrixRMaj vectors) {
    this.values = values;
    this.vectors = vectors;
  }

  /** K of them, falling. */
  double[] values() {
    return values;
  }

  /** V x K, orthonormal columns. */
  DMatrixRMaj vectors() {
    return vectors;
  }

  /**
   * Finds them.
   *
   * @param count K, at most V
   * @param progress called after each product
   */
  static SingularVectors of(SymmetricOperator matrix, int count, Random random, Progress progress)
      throws IOException {
    int width = Math.min(matrix.size(), count + OVERSAMPLING);
    DMatrixRMaj basis = new DMatrixRMaj(matrix.size(), width);
    for (int i = 0; i < basis.data.length; i++) {
      basis.data[i] = random.nextGaussian();
    }
    int products = ITERATIONS + 2;
    for (int i = 0; i <= ITERATIONS; i++) {
      basis = orthonormal(matrix.times(basis));
      progress.advanced("multiply", i + 1, products);
    }
    DMatrixRMaj projected = new DMatrixRMaj(width, width);
    CommonOps_DDRM.multTransA(basis, matrix.times(basis), projected);
    progress.advanced("multiply", products, products);
    return largest(symmetric(projected), basis, count);
  }

  private static SingularVectors largest(DMatrixRMaj projected, DMatrixRMaj basis, int count) {
    EigenDecomposition_F64<DMatrixRMaj> eigen =
        DecompositionFactory_DDRM.eig(projected.numRows, true, true);
    require(eigen.decompose(projected), "eigenvalues");
    int[] order =
        IntStream.range(0, projected.numRows)
            .boxed()
            .sorted(
                Comparator.comparingDouble(
                    (Integer i) -> -Math.abs(eigen.getEigenvalue(i).getReal())))
            .mapToInt(Integer::intValue)
            .limit(count)
            .toArray();
    double[] values = new double[count];
    DMatrixRMaj chosen = new DMatrixRMaj(projected.numRows, count);
    for (int k = 0; k < count; k++) {
      values[k] = Math.abs(eigen.getEigenvalue(order[k]).getReal());
      CommonOps_DDRM.insert(eigen.getEigenVector(order[k]), chosen, 0, k);
    }
    DMatrixRMaj vectors = new DMatrixRMaj(basis.numRows, count);
    CommonOps_DDRM.mult(basis, chosen, vectors);
    return new SingularVectors(values, vectors);
  }

  /** An orthonormal basis of the columns' space, of the same shape. */
  static DMatrixRMaj orthonormal(DMatrixRMaj columns) {
    QRDecomposition<DMatrixRMaj> qr =
        DecompositionFactory_DDRM.qr(columns.numRows, columns.numCols);
    require(qr.decompose(columns), "an orthonormal basis");
    return qr.getQ(null, true);
  }

  /** Rounding made it slightly otherwise. */
  private static DMatrixRMaj symmetric(DMatrixRMaj square) {
    DMatrixRMaj sum = square.copy();
    CommonOps_DDRM.addEquals(sum, CommonOps_DDRM.transpose(square, null));
    CommonOps_DDRM.scale(0.5, sum);
    return sum;
  }

  private static void require(boolean found, String what) {
    if (!found) {
      throw new ArithmeticException("expected " + what + " of a matrix, found none: not finite");
    }
  }
}
