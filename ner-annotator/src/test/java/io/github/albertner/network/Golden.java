package io.github.albertner.network;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.albertner.weights.Safetensors;
import io.github.albertner.weights.WeightTensor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** One golden file of reference/albert_reference.py; see the README beside the files. */
record Golden(AlbertConfig config, int labels, Map<String, WeightTensor> tensors) {
  static final List<String> CASES =
      List.of(
          "one_group_gelu_new",
          "two_groups_gelu",
          "uneven_groups",
          "inner_layers_two_groups_relu",
          "embedding_equals_hidden",
          "odd_sizes_one_type",
          "full_length");

  static Golden load(String name) throws IOException {
    String file = "golden/" + name + ".safetensors";
    byte[] bytes;
    try (InputStream in = Golden.class.getResourceAsStream(file)) {
      bytes = in.readAllBytes();
    }
    ByteBuffer content = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    String header = new String(bytes, 8, (int) content.getLong(0), StandardCharsets.UTF_8);
    JsonObject metadata =
        JsonParser.parseString(header).getAsJsonObject().getAsJsonObject("__metadata__");
    AlbertConfig config =
        AlbertConfig.fromJson(
            JsonParser.parseString(metadata.get("config").getAsString()).getAsJsonObject());
    return new Golden(
        config,
        Integer.parseInt(metadata.get("num_labels").getAsString()),
        Safetensors.read(content, file));
  }

  float[] floats(String name) {
    return tensors.get(name).floats();
  }

  long[] longs(String name) {
    ByteBuffer data = tensors.get(name).data().order(ByteOrder.LITTLE_ENDIAN);
    LongBuffer longs = data.asLongBuffer();
    long[] values = new long[longs.remaining()];
    longs.get(values);
    return values;
  }

  long[] lengths() {
    return longs("golden.lengths");
  }

  /** Input ids padded, B T. */
  long[] paddedIds() {
    return longs("golden.input_ids");
  }

  /** Indices of the real pieces in the padded layout. */
  int[] realRows() {
    long[] lengths = lengths();
    int width = paddedIds().length / lengths.length;
    List<Integer> rows = new ArrayList<>();
    for (int b = 0; b < lengths.length; b++) {
      for (int t = 0; t < lengths[b]; t++) {
        rows.add(b * width + t);
      }
    }
    return rows.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Input ids without padding, N. */
  long[] unpaddedIds() {
    long[] padded = paddedIds();
    return Arrays.stream(realRows()).mapToLong(row -> padded[row]).toArray();
  }
}
