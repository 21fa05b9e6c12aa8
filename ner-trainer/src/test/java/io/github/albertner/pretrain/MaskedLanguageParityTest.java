package io.github.albertner.pretrain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import ai.djl.Device;
import io.github.albertner.network.Precision;
import io.github.albertner.optimize.GoldenSteps;
import io.github.albertner.weights.WeightTensor;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The masked-language head, its loss, gradients and updates against the golden steps of
 * reference/albert_reference.py.
 */
class MaskedLanguageParityTest {
  private static final double[] RATES = {1e-3, 2e-3, 5e-4};

  private GoldenSteps golden;
  private MaskedBatch batch;

  @BeforeEach
  void load() throws IOException {
    golden = GoldenSteps.load("masked_language");
    batch = masked(golden.batch());
  }

  @Test
  void logitsOfTheRowsRead() {
    try (MaskedLanguageNetwork network = start()) {
      float[] found = network.logits(batch.pieces());
      float[] all = golden.tensors().get("golden.logits").floats(); // B T V
      int vocabulary = golden.config().vocabularySize();
      long[] ids = batch.pieces().piecesRead();
      assertEquals(ids.length * vocabulary, found.length);
      int next = 0;
      int width = all.length / vocabulary / golden.sentences();
      for (int row : rowsOfTheGoldenFile(width)) {
        for (int v = 0; v < vocabulary; v++) {
          assertEquals(all[row * vocabulary + v], found[next++], 1e-5);
        }
      }
    }
  }

  @Test
  void lossAndGradientsOfTheFirstStep() {
    try (MaskedLanguageNetwork network = start()) {
      double loss = network.accumulate(batch, 1.0 / batch.targets().length);
      assertEquals(golden.number("loss", 0), loss / batch.targets().length, 1e-5);
      golden.assertGradients(network.gradients());
    }
  }

  @Test
  void weightsAfterEachOfThreeSteps() {
    try (MaskedLanguageNetwork network = start()) {
      for (int step = 0; step < RATES.length; step++) {
        network.accumulate(batch, 1.0 / batch.targets().length);
        double norm = network.update(RATES[step], 1.0, 0.01);
        assertEquals(golden.number("grad_norm", step), norm, 1e-4);
        golden.assertWeights(step + 1, network.weights());
      }
    }
  }

  @Test
  void partsOfABatchAddUpToItsStep() {
    try (MaskedLanguageNetwork network = start()) {
      MaskedBatch first = masked(golden.batch(0, 1));
      MaskedBatch second = masked(golden.batch(1, golden.sentences()));
      network.accumulate(first, 1.0 / batch.targets().length);
      network.accumulate(second, 1.0 / batch.targets().length);
      network.update(RATES[0], 1.0, 0.01);
      golden.assertWeights(1, network.weights());
    }
  }

  @Test
  void judgingIsTheLossAndCountsWhatIsRight() {
    try (MaskedLanguageNetwork network = start()) {
      MaskedLanguageNetwork.Guesses guesses = network.judge(batch);
      assertEquals(golden.number("loss", 0) * batch.targets().length, guesses.loss(), 1e-3);
      float[] logits = network.logits(batch.pieces());
      int vocabulary = golden.config().vocabularySize();
      int right = 0;
      for (int row = 0; row < batch.targets().length; row++) {
        int best = 0;
        for (int v = 1; v < vocabulary; v++) {
          if (logits[row * vocabulary + v] > logits[row * vocabulary + best]) {
            best = v;
          }
        }
        right += best == batch.targets()[row] ? 1 : 0;
      }
      assertEquals(right, guesses.right());
    }
  }

  @Test
  void moreLayersAreMoreUsesOfTheSameWeights() {
    try (MaskedLanguageNetwork network = start();
        MaskedLanguageNetwork deeper =
            MaskedLanguageNetwork.start(
                golden.config().withLayers(3), golden.tensors(), Precision.F32, Device.cpu(), 1)) {
      float[] shallow = network.logits(batch.pieces());
      network.setLayers(3);
      float[] grown = network.logits(batch.pieces());
      float[] expected = deeper.logits(batch.pieces());
      assertNotEquals(shallow[0], grown[0]);
      for (int i = 0; i < expected.length; i++) {
        assertEquals(expected[i], grown[i], 0);
      }
    }
  }

  @Test
  void bf16StaysNearF32() {
    try (MaskedLanguageNetwork f32 = start();
        MaskedLanguageNetwork bf16 =
            MaskedLanguageNetwork.start(
                golden.config(), golden.tensors(), Precision.BF16, Device.cpu(), 1)) {
      double scale = 1.0 / batch.targets().length;
      assertEquals(f32.accumulate(batch, scale), bf16.accumulate(batch, scale), 0.5);
      Map<String, WeightTensor> gradients = bf16.gradients();
      f32.gradients()
          .forEach(
              (name, gradient) -> {
                float[] wanted = gradient.floats();
                float[] found = gradients.get(name).floats();
                double difference = 0;
                double size = 0;
                for (int i = 0; i < wanted.length; i++) {
                  difference += Math.pow(wanted[i] - found[i], 2);
                  size += Math.pow(wanted[i], 2);
                }
                if (!name.endsWith("attention.key.bias")) {
                  assertEquals(0, Math.sqrt(difference / size), 0.1, name);
                }
              });
    }
  }

  private MaskedLanguageNetwork start() {
    return MaskedLanguageNetwork.start(
        golden.config(), golden.tensors(), Precision.F32, Device.cpu(), 1);
  }

  private static MaskedBatch masked(GoldenSteps.Batch batch) {
    return new MaskedBatch(
        batch.pieces(), batch.targets().stream().mapToLong(Integer::longValue).toArray());
  }

  /** Of the padded B x T layout, in order. */
  private int[] rowsOfTheGoldenFile(int width) {
    long[] targets = new long[width * golden.sentences()];
    golden
        .tensors()
        .get("golden.labels")
        .data()
        .order(ByteOrder.LITTLE_ENDIAN)
        .asLongBuffer()
        .get(targets);
    return IntStream.range(0, targets.length).filter(i -> targets[i] >= 0).toArray();
  }
}
