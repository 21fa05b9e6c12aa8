package io.github.albertner.optimize;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.albertner.network.AlbertConfig;
import io.github.albertner.network.PieceBatch;
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

/** A file of golden training steps that reference/albert_reference.py wrote. */
public record GoldenSteps(AlbertConfig config, int labels, Map<String, WeightTensor> tensors) {
  /** Reads one by its name. */
  public static GoldenSteps load(String name) throws IOException {
    Path file =
        Path.of(System.getProperty("ner.root"))
            .resolve("ner-annotator/src/test/resources/io/github/albertner/network/golden")
            .resolve(name + ".safetensors");
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer content = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    String header = new String(bytes, 8, (int) content.getLong(0), StandardCharsets.UTF_8);
    JsonObject metadata =
        JsonParser.parseString(header).getAsJsonObject().getAsJsonObject("__metadata__");
    return new GoldenSteps(
        AlbertConfig.fromJson(
            JsonParser.parseString(metadata.get("config").getAsString()).getAsJsonObject()),
        Integer.parseInt(metadata.get("num_labels").getAsString()),
        Safetensors.read(content, file.toString()));
  }

  /** Rows with their targets. */
  public record Batch(PieceBatch pieces, List<Integer> targets) {}

  /** The sentences from one to another, with the rows that have a target. */
  public Batch batch(int from, int to) {
    long[] lengths = longs("golden.lengths");
    long[] ids = longs("golden.input_ids");
    long[] gold = longs("golden.labels");
    int width = ids.length / lengths.length;
    List<int[]> pieces = new ArrayList<>();
    List<int[]> read = new ArrayList<>();
    List<Integer> targets = new ArrayList<>();
    for (int b = from; b < to; b++) {
      int[] sentence = new int[(int) lengths[b]];
      List<Integer> rows = new ArrayList<>();
      for (int t = 0; t < sentence.length; t++) {
        sentence[t] = (int) ids[b * width + t];
        if (gold[b * width + t] >= 0) {
          rows.add(t);
          targets.add((int) gold[b * width + t]);
        }
      }
      pieces.add(sentence);
      read.add(rows.stream().mapToInt(Integer::intValue).toArray());
    }
    return new Batch(PieceBatch.of(pieces, read), targets);
  }

  /** All sentences. */
  public Batch batch() {
    return batch(0, sentences());
  }

  /** How many there are. */
  public int sentences() {
    return longs("golden.lengths").length;
  }

  /** A golden number of a step. */
  public double number(String name, int step) {
    return tensors.get("golden." + name).floats()[step];
  }

  /** Compares gradients before the first update. */
  public void assertGradients(Map<String, WeightTensor> gradients) {
    gradients.forEach(
        (name, gradient) -> assertNear(tensors.get("golden.grad." + name), gradient, 1e-5));
  }

  /**
   * Compares weights after an update, from 1. The key bias has no true gradient; Adam makes steps
   * of its rounding noise.
   */
  public void assertWeights(int step, Map<String, WeightTensor> weights) {
    weights.forEach(
        (name, weight) ->
            assertNear(
                tensors.get("golden.step" + step + "." + name),
                weight,
                name.endsWith("attention.key.bias") ? 5e-3 : 2e-5));
  }

  private static void assertNear(WeightTensor expected, WeightTensor actual, double tolerance) {
    float[] wanted = expected.floats();
    float[] found = actual.floats();
    assertEquals(wanted.length, found.length, expected.name());
    for (int i = 0; i < wanted.length; i++) {
      assertEquals(wanted[i], found[i], tolerance, expected.name() + " at " + i);
    }
  }

  private long[] longs(String name) {
    LongBuffer data = tensors.get(name).data().order(ByteOrder.LITTLE_ENDIAN).asLongBuffer();
    long[] values = new long[data.remaining()];
    data.get(values);
    return values;
  }
}
