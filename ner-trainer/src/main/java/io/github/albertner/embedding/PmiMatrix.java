package io.github.albertner.embedding;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/**
 * A symmetric matrix V x V of positive pointwise mutual information, sparse, in parts on disk.
 *
 * <p>Row r is in part r modulo the number of parts, which spreads frequent pieces evenly.
 */
final class PmiMatrix implements SymmetricOperator {

  /** Memory for the counts of one part, in bytes. */
  private static final long PART_BYTES = 1L << 27;

  private final int rows;
  private final List<RowFile> parts;
  private final Workers workers;

  private PmiMatrix(int rows, List<RowFile> parts, Workers workers) {
    this.rows = rows;
    this.parts = parts;
    this.workers = workers;
  }

  /**
   * Counts and writes all parts.
   *
   * @param folder for the parts
   * @param workers for now and for products
   * @param progress called with the number of parts that are done, and of all
   */
  static PmiMatrix of(
      PieceFile pieces,
      Window window,
      Marginals marginals,
      Path folder,
      Workers workers,
      Progress progress)
      throws IOException {
    long rows = marginals.sums().length;
    int count = (int) Math.min(rows, rows * rows * Integer.BYTES / PART_BYTES + 1);
    return of(pieces, window, marginals, folder, count, workers, progress);
  }

  /** As above, in so many parts. */
  static PmiMatrix of(
      PieceFile pieces,
      Window window,
      Marginals marginals,
      Path folder,
      int count,
      Workers workers,
      Progress progress)
      throws IOException {
    List<RowFile> parts =
        IntStream.range(0, count)
            .mapToObj(part -> new RowFile(folder.resolve("rows-" + part), part, count))
            .toList();
    double[] terms = marginals.terms();
    workers.run(
        parts,
        part -> PairCounts.of(pieces, window, marginals, part).write(part, terms),
        done -> progress.advanced("count", done, count));
    return new PmiMatrix(marginals.sums().length, parts, workers);
  }

  @Override
  public int size() {
    return rows;
  }

  @Override
  public DMatrixRMaj times(DMatrixRMaj columns) throws IOException {
    DMatrixRMaj product = new DMatrixRMaj(rows, columns.numCols);
    workers.run(parts, part -> part.multiply(columns, product), done -> {});
    return product;
  }
}
