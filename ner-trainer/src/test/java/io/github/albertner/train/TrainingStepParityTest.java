package io.github.albertner.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Device;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.albertner.network.AlbertConfig;
import io.github.albertner.network.PieceBatch;
import io.github.albertner.network.Precision;
import io.github.albertner.weights.Safetensors;
import io.github.albertner.weights.WeightTensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Gradients, clipping and AdamW against the golden training steps of reference/albert_reference.py.
 */
class TrainingStepParityTest {
  private static final double[] RATES = {1e-3, 2e-3, 5e-4};

  private Map<String, WeightTensor> tensors;
  private AlbertConfig config;
  private int labels;

  @BeforeEach
  void load() throws IOException {
    Path file =
        Path.of(System.getProperty("ner.root"))
            .resolve("ner-annotator/src/test/resources/io/github/albertner/network/golden")
            .resolve("training_step.safetensors");
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer content = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    String header = new String(bytes, 8, (int) content.getLong(0), StandardCharsets.UTF_8);
    JsonObject metadata =
        JsonParser.parseString(header).getAsJsonObject().getAsJsonObject("__metadata__");
    tensors = Safetensors.read(content, file.toString());
    config =
        AlbertConfig.fromJson(
            JsonParser.parseString(metadata.get("config").getAsString()).getAsJsonObject());
    labels = Integer.parseInt(metadata.get("num_labels").getAsString());
  }

  @Test
  void gradientsOfTheFirstStep() {
    try (TrainingNetwork network = start()) {
      LabelledBatch batch = batch(0, sentences());
      double loss = network.accumulate(batch, 1.0 / batch.labels().size(), 0);
      assertEquals(tensors.get("golden.loss").floats()[0], loss / batch.labels().size(), 1e-5);
      Map<String, WeightTensor> gradients = network.gradients();
      for (String name : config.parameterShapes(labels).keySet()) {
        assertNear(tensors.get("golden.grad." + name), gradients.get(name), 1e-5);
      }
    }
  }

  @Test
  void weightsAfterEachOfThreeSteps() {
    try (TrainingNetwork network = start()) {
      LabelledBatch batch = batch(0, sentences());
      for (int step = 0; step < RATES.length; step++) {
        network.accumulate(batch, 1.0 / batch.labels().size(), 0);
        double norm = network.update(RATES[step], 1.0, 0.01);
        assertEquals(tensors.get("golden.grad_norm").floats()[step], norm, 1e-4);
        assertWeights(step + 1, network.weights());
      }
    }
  }

  @Test
  void accumulatingHalfBatchesIsTheSameStep() {
    try (TrainingNetwork network = start()) {
      LabelledBatch first = batch(0, 2);
      LabelledBatch second = batch(2, sentences());
      int rows = first.labels().size() + second.labels().size();
      network.accumulate(first, 1.0 / rows, 0);
      network.accumulate(second, 1.0 / rows, 0);
      network.update(RATES[0], 1.0, 0.01);
      assertWeights(1, network.weights());
    }
  }

  @Test
  void logitsAreThoseBeforeAnyStep() {
    try (TrainingNetwork network = start()) {
      LabelledBatch batch = batch(0, sentences());
      float[] before = network.logits(batch.pieces());
      network.accumulate(batch, 1, 0);
      float[] after = network.logits(batch.pieces());
      assertEquals(batch.labels().size() * labels, before.length);
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
    return TrainingNetwork.start(config, labels, tensors, Precision.F32, device(), 1);
  }

  /** The key bias has no true gradient; Adam makes steps of its rounding noise. */
  private void assertWeights(int step, Map<String, WeightTensor> weights) {
    for (String name : config.parameterShapes(labels).keySet()) {
      double tolerance = name.endsWith("attention.key.bias") ? 5e-3 : 2e-5;
      assertNear(tensors.get("golden.step" + step + "." + name), weights.get(name), tolerance);
    }
  }

  private static void assertNear(WeightTensor expected, WeightTensor actual, double tolerance) {
    float[] wanted = expected.floats();
    float[] found = actual.floats();
    assertEquals(wanted.length, found.length, expected.name());
    for (int i = 0; i < wanted.length; i++) {
      assertEquals(wanted[i], found[i], tolerance, expected.name() + " at " + i);
    }
  }

  private int sentences() {
    return longs("golden.lengths").length;
  }

  private LabelledBatch batch(int from, int to) {
    long[] lengths = longs("golden.lengths");
    long[] ids = longs("golden.input_ids");
    long[] gold = longs("golden.labels");
    int width = ids.length / lengths.length;
    List<int[]> pieces = new ArrayList<>();
    List<int[]> read = new ArrayList<>();
    List<Integer> wanted = new ArrayList<>();
    for (int b = from; b < to; b++) {
      int[] sentence = new int[(int) lengths[b]];
      List<Integer> rows = new ArrayList<>();
      for (int t = 0; t < sentence.length; t++) {
        sentence[t] = (int) ids[b * width + t];
        if (gold[b * width + t] >= 0) {
          rows.add(t);
          wanted.add((int) gold[b * width + t]);
        }
      }
      pieces.add(sentence);
      read.add(rows.stream().mapToInt(Integer::intValue).toArray());
    }
    return new LabelledBatch(PieceBatch.of(pieces, read), wanted);
  }

  private long[] longs(String name) {
    LongBuffer data = tensors.get(name).data().order(ByteOrder.LITTLE_ENDIAN).asLongBuffer();
    long[] values = new long[data.remaining()];
    data.get(values);
    return values;
  }
}
