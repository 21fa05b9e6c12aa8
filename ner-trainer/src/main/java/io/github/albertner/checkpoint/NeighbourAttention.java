package io.github.albertner.checkpoint;

import io.github.albertner.network.AlbertConfig;
import io.github.albertner.weights.WeightTensor;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.QRDecomposition;

/**
 * Lets the attention of an encoder with random weights look at the words beside a word from the
 * beginning: the first head at the piece before, the second at the one after, the next two at the
 * second before and after, and so on.
 *
 * <p>With plain random weights all attention is as good as uniform, and an encoder must first learn
 * to tell positions apart, with little to learn it from. Here the positions are sines and cosines
 * of W wavelengths in the last 2 W columns of their embeddings, as long as an embedding of a piece;
 * the mapping from embeddings to hidden values keeps lengths and angles; and the keys of a head are
 * the position, its queries the position turned by the head's distance. The product of query and
 * key is then greatest at that distance. All of this is a start, from which training may depart.
 *
 * <p>Position i in [0, P), wave w in [0, W), frequency f(w) in radians a piece. E embedding, H
 * hidden, D = H / A values a head.
 */
final class NeighbourAttention {
  /** The least embedding size, which has one wave. */
  static final int NARROWEST = 8;

  private static final String POSITIONS =
      AlbertConfig.PREFIX + "embeddings.position_embeddings.weight";
  private static final String MAPPING =
      AlbertConfig.PREFIX + "encoder.embedding_hidden_mapping_in.weight";
  private static final String QUERY = ".attention.query.weight";
  private static final String KEY = ".attention.key.weight";

  /** Frequencies go from this one, which tells neighbours apart, ... */
  private static final double HIGHEST_FREQUENCY = 2.5;

  /** ... geometrically to this one, a turn in 209 pieces. */
  private static final double LOWEST_FREQUENCY = 0.03;

  /**
   * Scale of queries and keys. With half of an embedding's length from its position, the first
   * layer's logit of the piece that a head looks at is S^2 E / 2 / D^0.5 = 13.5 for E 128 and D 64,
   * and 0.69 times that for the pieces beside it.
   */
  private static final double SCALE = 1.3;

  private final AlbertConfig config;
  private final double[] frequencies;

  private NeighbourAttention(AlbertConfig config) {
    this.config = config;
    int waves = Math.min(config.embeddingSize() / NARROWEST, headSize() / 2);
    frequencies = new double[waves];
    double ratio = LOWEST_FREQUENCY / HIGHEST_FREQUENCY;
    for (int w = 0; w < waves; w++) {
      frequencies[w] =
          HIGHEST_FREQUENCY * StrictMath.pow(ratio, w / (double) Math.max(1, waves - 1));
    }
  }

  /**
   * Replaces positions, mapping, queries and keys of an encoder's random weights.
   *
   * @param weights by canonical name; changed
   * @param config sizes; H at least E
   * @param seed of the mapping
   */
  static void into(Map<String, WeightTensor> weights, AlbertConfig config, long seed) {
    NeighbourAttention attention = new NeighbourAttention(config);
    put(weights, POSITIONS, attention.positions());
    DMatrixRMaj mapping = attention.mapping(seed);
    put(weights, MAPPING, floats(mapping));
    for (String name : weights.keySet().toArray(String[]::new)) {
      if (name.endsWith(QUERY)) {
        put(weights, name, attention.projections(weights.get(name).floats(), mapping, true));
      } else if (name.endsWith(KEY)) {
        put(weights, name, attention.projections(weights.get(name).floats(), mapping, false));
      }
    }
  }

  private int headSize() {
    return config.hiddenSize() / config.heads();
  }

  /** First of the columns that hold positions. */
  private int firstColumn() {
    return config.embeddingSize() - 2 * frequencies.length;
  }

  /** P x E: sines, then cosines, in the last columns. */
  private float[] positions() {
    int width = config.embeddingSize();
    int waves = frequencies.length;
    // A position is as long as the embedding of a piece is to be expected: each wave adds
    // amplitude^2.
    double amplitude = config.initializerRange() * Math.sqrt(width / (double) waves);
    float[] values = new float[config.maxPositions() * width];
    for (int i = 0; i < config.maxPositions(); i++) {
      for (int w = 0; w < waves; w++) {
        int at = i * width + firstColumn() + w;
        values[at] = (float) (amplitude * StrictMath.sin(i * frequencies[w]));
        values[at + waves] = (float) (amplitude * StrictMath.cos(i * frequencies[w]));
      }
    }
    return values;
  }

  /** H x E, with orthonormal columns. */
  private DMatrixRMaj mapping(long seed) {
    int rows = config.hiddenSize();
    int columns = config.embeddingSize();
    float[] random = TruncatedNormal.values(rows * columns, 1, seed, MAPPING);
    DMatrixRMaj matrix = new DMatrixRMaj(rows, columns);
    for (int i = 0; i < random.length; i++) {
      matrix.data[i] = random[i];
    }
    QRDecomposition<DMatrixRMaj> decomposition = DecompositionFactory_DDRM.qr(rows, columns);
    if (!decomposition.decompose(matrix)) {
      throw new IllegalStateException("the random mapping has no QR decomposition");
    }
    return decomposition.getQ(null, true);
  }

  /**
   * Puts the reading of positions, turned for queries, into the first 2 W rows of each head.
   *
   * @param values H x H, random
   */
  private float[] projections(float[] values, DMatrixRMaj mapping, boolean turned) {
    int hidden = config.hiddenSize();
    int waves = frequencies.length;
    // 2 W x H: from hidden values back to the sines and cosines of the position.
    DMatrixRMaj reading =
        CommonOps_DDRM.transpose(
            CommonOps_DDRM.extract(mapping, 0, hidden, firstColumn(), config.embeddingSize()),
            null);
    CommonOps_DDRM.scale(SCALE, reading);
    for (int head = 0; head < config.heads(); head++) {
      DMatrixRMaj rows = reading;
      if (turned) {
        rows = new DMatrixRMaj(2 * waves, hidden);
        CommonOps_DDRM.mult(turn(distance(head)), reading, rows);
      }
      for (int row = 0; row < 2 * waves; row++) {
        for (int column = 0; column < hidden; column++) {
          values[(head * headSize() + row) * hidden + column] = (float) rows.get(row, column);
        }
      }
    }
    return values;
  }

  /** -1, 1, -2, 2, ... for heads 0, 1, 2, 3, ... */
  private static int distance(int head) {
    int distance = head / 2 + 1;
    return head % 2 == 0 ? -distance : distance;
  }

  /** 2 W x 2 W: turns the sines and cosines of position i into those of i + distance. */
  private DMatrixRMaj turn(int distance) {
    int waves = frequencies.length;
    DMatrixRMaj turn = new DMatrixRMaj(2 * waves, 2 * waves);
    for (int w = 0; w < waves; w++) {
      double sine = StrictMath.sin(distance * frequencies[w]);
      double cosine = StrictMath.cos(distance * frequencies[w]);
      turn.set(w, w, cosine);
      turn.set(w, waves + w, sine);
      turn.set(waves + w, w, -sine);
      turn.set(waves + w, waves + w, cosine);
    }
    return turn;
  }

  private static float[] floats(DMatrixRMaj matrix) {
    float[] values = new float[matrix.getNumElements()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) matrix.data[i];
    }
    return values;
  }

  private static void put(Map<String, WeightTensor> weights, String name, float[] values) {
    long[] shape = weights.get(name).shape().stream().mapToLong(Long::longValue).toArray();
    weights.put(name, WeightTensor.ofFloats(name, values, shape));
  }
}
