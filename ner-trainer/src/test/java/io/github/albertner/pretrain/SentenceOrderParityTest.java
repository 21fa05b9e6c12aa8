package io.github.albertner.pretrain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Device;
import io.github.albertner.network.Precision;
import io.github.albertner.optimize.GoldenSteps;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Masked words and the order of two segments, with loss, gradients and updates, against the golden
 * steps of reference/albert_reference.py.
 */
class SentenceOrderParityTest {
  private static final double[] RATES = {1e-3, 2e-3, 5e-4};

  /** What the mean loss of the orders counts in the golden file. */
  private static final double ORDER_WEIGHT = 0.5;

  private GoldenSteps golden;
  private MaskedBatch batch;

  @BeforeEach
  void load() throws IOException {
    golden = GoldenSteps.load("sentence_order");
    batch = MaskedBatch.of(windows(0, golden.sentences()));
  }

  @Test
  void lossAndGradientsOfTheFirstStep() {
    try (MaskedLanguageNetwork network = start()) {
      double scale = 1.0 / batch.hidden();
      double loss = network.accumulate(batch, scale, orderWeight());
      assertEquals(golden.number("loss", 0), loss * scale, 1e-5);
      golden.assertGradients(network.gradients());
    }
  }

  @Test
  void weightsAfterEachOfThreeSteps() {
    try (MaskedLanguageNetwork network = start()) {
      for (int step = 0; step < RATES.length; step++) {
        network.accumulate(batch, 1.0 / batch.hidden(), orderWeight());
        assertEquals(
            golden.number("grad_norm", step), network.update(RATES[step], 1.0, 0.01), 1e-4);
        golden.assertWeights(step + 1, network.weights());
      }
    }
  }

  /** One part has windows of both orders, the other a window that has none. */
  @Test
  void partsOfABatchAddUpToItsStep() {
    try (MaskedLanguageNetwork network = start()) {
      double scale = 1.0 / batch.hidden();
      network.accumulate(MaskedBatch.of(windows(0, 2)), scale, orderWeight());
      network.accumulate(MaskedBatch.of(windows(2, 3)), scale, orderWeight());
      network.update(RATES[0], 1.0, 0.01);
      golden.assertWeights(1, network.weights());
    }
  }

  @Test
  void judgingTellsLossAndWhatIsRightOfEach() {
    try (MaskedLanguageNetwork network = start()) {
      MaskedLanguageNetwork.Guesses all = network.judge(batch);
      double ordersRight = 0;
      double loss = 0;
      double right = 0;
      for (int i = 0; i < golden.sentences(); i++) {
        MaskedLanguageNetwork.Guesses one = network.judge(MaskedBatch.of(windows(i, i + 1)));
        ordersRight += one.ordersRight();
        loss += one.loss();
        right += one.right();
      }
      assertEquals(all.loss(), loss, 1e-3);
      assertEquals(all.right(), right);
      assertEquals(all.ordersRight(), ordersRight);
      // After many steps on the same batch it tells both orders.
      for (int step = 0; step < 200; step++) {
        network.accumulate(batch, 1.0 / batch.hidden(), orderWeight());
        network.update(3e-3, 1.0, 0);
      }
      assertEquals(2, network.judge(batch).ordersRight());
    }
  }

  private double orderWeight() {
    return ORDER_WEIGHT * batch.hidden() / batch.orders();
  }

  private MaskedLanguageNetwork start() {
    return MaskedLanguageNetwork.start(
        golden.config(), golden.tensors(), Precision.F32, Device.cpu(), 1);
  }

  private List<MaskedWindow> windows(int from, int to) {
    long[] ids = longs("golden.input_ids");
    long[] targets = longs("golden.labels");
    long[] types = longs("golden.types");
    long[] orders = longs("golden.orders");
    long[] lengths = longs("golden.lengths");
    int width = ids.length / lengths.length;
    List<MaskedWindow> windows = new ArrayList<>();
    for (int b = from; b < to; b++) {
      int length = (int) lengths[b];
      int[] pieces = new int[length];
      List<Integer> rows = new ArrayList<>();
      List<Integer> gold = new ArrayList<>();
      int second = length;
      for (int t = length - 1; t >= 0; t--) {
        int at = b * width + t;
        pieces[t] = (int) ids[at];
        second = types[at] == 1 ? t : second;
        if (targets[at] >= 0) {
          rows.add(0, t);
          gold.add(0, (int) targets[at]);
        }
      }
      MaskedWindow window =
          new MaskedWindow(
              pieces,
              rows.stream().mapToInt(Integer::intValue).toArray(),
              gold.stream().mapToInt(Integer::intValue).toArray());
      windows.add(
          orders[b] < 0
              ? window
              : window.withOrder(second, orders[b] == 1, golden.config().vocabularySize()));
    }
    return windows;
  }

  private long[] longs(String name) {
    long[] values = new long[golden.tensors().get(name).elements()];
    golden.tensors().get(name).data().order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(values);
    return values;
  }
}
