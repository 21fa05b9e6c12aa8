package io.github.albertner.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Device;
import io.github.albertner.network.Precision;
import io.github.albertner.optimize.GoldenSteps;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Gradients, clipping and AdamW against the golden training steps of reference/albert_reference.py.
 */
class TrainingStepParityTest {
  private static final double[] RATES = {1e-3, 2e-3, 5e-4};

  private GoldenSteps golden;

  @BeforeEach
  void load() throws IOException {
    golden = GoldenSteps.load("training_step");
  }

  @Test
  void gradientsOfTheFirstStep() {
    try (TrainingNetwork network = start()) {
      LabelledBatch batch = batch(0, golden.sentences());
      double loss = network.accumulate(batch, 1.0 / batch.labels().size());
      assertEquals(golden.number("loss", 0), loss / batch.labels().size(), 1e-5);
      golden.assertGradients(network.gradients());
    }
  }

  @Test
  void weightsAfterEachOfThreeSteps() {
    try (TrainingNetwork network = start()) {
      LabelledBatch batch = batch(0, golden.sentences());
      for (int step = 0; step < RATES.length; step++) {
        network.accumulate(batch, 1.0 / batch.labels().size());
        double norm = network.update(RATES[step], 1.0, 0.01);
        assertEquals(golden.number("grad_norm", step), norm, 1e-4);
        golden.assertWeights(step + 1, network.weights());
      }
    }
  }

  @Test
  void accumulatingHalfBatchesIsTheSameStep() {
    try (TrainingNetwork network = start()) {
      LabelledBatch first = batch(0, 2);
      LabelledBatch second = batch(2, golden.sentences());
      int rows = first.labels().size() + second.labels().size();
      network.accumulate(first, 1.0 / rows);
      network.accumulate(second, 1.0 / rows);
      network.update(RATES[0], 1.0, 0.01);
      golden.assertWeights(1, network.weights());
    }
  }

  @Test
  void logitsAreThoseBeforeAnyStep() {
    try (TrainingNetwork network = start()) {
      LabelledBatch batch = batch(0, golden.sentences());
      float[] before = network.logits(batch.pieces());
      network.accumulate(batch, 1);
      float[] after = network.logits(batch.pieces());
      assertEquals(batch.labels().size() * golden.labels(), before.length);
      for (int i = 0; i < before.length; i++) {
        assertEquals(before[i], after[i], 0);
      }
    }
  }

  /** Where the network runs; other devices have tests of their own. */
  Device device() {
    return Device.cpu();
  }

  private TrainingNetwork start() {
    return TrainingNetwork.start(
        golden.config(), golden.labels(), golden.tensors(), Precision.F32, device(), 1);
  }

  private LabelledBatch batch(int from, int to) {
    GoldenSteps.Batch batch = golden.batch(from, to);
    return new LabelledBatch(batch.pieces(), batch.targets());
  }
}
