package io.github.albertner.network;

import io.github.albertner.weights.WeightTensor;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** One golden file of reference/albert_reference.py; see the README beside the files. */
record Golden(StoredNetwork stored) {
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
    try (InputStream in = Golden.class.getResourceAsStream(file)) {
      return new Golden(StoredNetwork.read(in, file));
    }
  }

  AlbertConfig config() {
    return stored.config();
  }

  int labels() {
    return stored.labels();
  }

  Map<String, WeightTensor> tensors() {
    return stored.tensors();
  }

  float[] floats(String name) {
    return tensors().get(name).floats();
  }

  long[] longs(String name) {
    return stored.longs(name);
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
