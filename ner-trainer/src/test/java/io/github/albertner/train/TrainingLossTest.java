package io.github.albertner.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import io.github.albertner.checkpoint.Checkpoint;
import io.github.albertner.label.LabelSet;
import io.github.albertner.network.AlbertConfig;
import io.github.albertner.network.PieceBatch;
import io.github.albertner.network.Precision;
import io.github.albertner.optimize.NetworkState;
import io.github.albertner.weights.WeightTensor;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Label weights and freezing, against sums in double arithmetic. */
class TrainingLossTest {
  private static final float[] WEIGHTS = {0.5f, 2, 1, 3, 0.25f};
  private static final double SCALE = 0.125;
  private static final String WORDS = "albert.embeddings.word_embeddings.weight";
  private static final String MAPPING = "albert.encoder.embedding_hidden_mapping_in.bias";
  private static final String QUERY =
      "albert.encoder.albert_layer_groups.0.albert_layers.0.attention.query.weight";

  private final List<Integer> gold = List.of(0, 1, 2, 3, 4, 0);
  private TrainingNetwork network;

  @BeforeEach
  void start() throws IOException {
    Checkpoint start = Toy.base().withNewHead(LabelSet.bioOf(List.of("a", "b")), 3);
    network =
        TrainingNetwork.start(
            start.config().withDropout(0), 5, start.weights(), Precision.F32, Device.cpu(), 1);
    for (int step = 0; step < 3; step++) {
      // Away from the start, where all logits are nearly the same.
      network.accumulate(batch(), 1);
      network.update(1e-2, 1, 0);
    }
  }

  @AfterEach
  void close() {
    network.close();
  }

  private LabelledBatch batch() {
    return new LabelledBatch(
        PieceBatch.of(
            List.of(new int[] {2, 10, 11, 12, 3}, new int[] {2, 20, 21, 22, 3}),
            List.of(new int[] {1, 2, 3}, new int[] {1, 2, 3})),
        gold);
  }

  @Test
  void weightsAreInLossAndGradient() {
    float[] logits = network.logits(batch().pieces());
    network.weighLabels(WEIGHTS);
    double loss = network.accumulate(batch(), SCALE);
    assertEquals(loss(logits, -1, 0), loss, 1e-4);
    // The classifier's bias is added to the logits of every row.
    float[] bias = network.gradients().get(AlbertConfig.CLASSIFIER_BIAS).floats();
    double step = 1e-5;
    for (int label = 0; label < bias.length; label++) {
      double slope = (loss(logits, label, step) - loss(logits, label, -step)) / (2 * step);
      assertEquals(SCALE * slope, bias[label], 1e-5, "label " + label);
    }
  }

  /** The loss of all rows in nats, with a constant added to the logits of one label. */
  private double loss(float[] logits, int shifted, double by) {
    double loss = 0;
    for (int row = 0; row < gold.size(); row++) {
      double[] z = new double[WEIGHTS.length];
      double sum = 0;
      for (int label = 0; label < z.length; label++) {
        z[label] = logits[row * z.length + label] + (label == shifted ? by : 0);
        sum += Math.exp(z[label]);
      }
      int label = gold.get(row);
      loss += WEIGHTS[label] * (Math.log(sum) - z[label]);
    }
    return loss;
  }

  @Test
  void frozenWeightsTakeNoPartUntilTheyLearnAgain() {
    network.freeze(Set.of(ParameterGroup.EMBEDDINGS));
    NetworkState before = network.state();
    network.accumulate(batch(), 1);
    Map<String, WeightTensor> gradients = network.gradients();
    double squares = 0;
    for (Map.Entry<String, WeightTensor> gradient : gradients.entrySet()) {
      for (float value : gradient.getValue().floats()) {
        squares += (double) value * value;
      }
      boolean frozen =
          gradient.getKey().startsWith("albert.embeddings.")
              || gradient.getKey().contains("embedding_hidden_mapping_in");
      assertEquals(
          frozen,
          ParameterGroup.of(gradient.getKey())
              .filter(ParameterGroup.EMBEDDINGS::equals)
              .isPresent(),
          gradient.getKey());
      if (frozen) {
        for (float value : gradient.getValue().floats()) {
          assertEquals(0, value, gradient.getKey());
        }
      }
    }
    double norm = network.update(1e-3, 1, 0.5);
    assertEquals(Math.sqrt(squares), norm, 1e-4 * norm);
    NetworkState after = network.state();
    for (String name : List.of(WORDS, MAPPING)) {
      assertEquals(before.weights().get(name), after.weights().get(name), name);
      assertEquals(before.firstMoments().get(name), after.firstMoments().get(name), name);
      assertEquals(before.secondMoments().get(name), after.secondMoments().get(name), name);
    }
    assertNotEquals(before.weights().get(QUERY), after.weights().get(QUERY));
    assertEquals(3, after.steps().floats()[0]);
    assertEquals(4, after.steps().floats()[after.weights().size() - 1]);

    network.freeze(Set.of());
    network.accumulate(batch(), 1);
    network.update(1e-3, 1, 0.5);
    assertNotEquals(after.weights().get(WORDS), network.weights().get(WORDS));
    assertEquals(4, network.state().steps().floats()[0]);
  }

  @Test
  void withAllButTheClassifierFrozenOnlyItLearns() {
    network.freeze(Set.of(ParameterGroup.EMBEDDINGS, ParameterGroup.ENCODER));
    Map<String, WeightTensor> before = network.weights();
    network.accumulate(batch(), 1);
    assertTrue(network.update(1e-3, 1, 0.5) > 0);
    Map<String, WeightTensor> after = network.weights();
    for (String name : before.keySet()) {
      assertEquals(!name.startsWith("classifier."), before.get(name).equals(after.get(name)), name);
    }
  }
}
