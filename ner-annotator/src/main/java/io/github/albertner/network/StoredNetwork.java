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
import java.util.Map;

/**
 * A network with an input and what an independent implementation computes of it, as {@code
 * reference/albert_reference.py} stores them.
 *
 * @param tensors weights by their names, and beside them {@code golden.*}: input ids, lengths,
 *     logits and what came before
 */
record StoredNetwork(AlbertConfig config, int labels, Map<String, WeightTensor> tensors) {

  /**
   * Reads a safetensors file whose metadata are {@code config} and {@code num_labels}.
   *
   * @param source names the file in messages
   */
  static StoredNetwork read(InputStream in, String source) throws IOException {
    byte[] bytes = in.readAllBytes();
    ByteBuffer content = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    String header = new String(bytes, 8, (int) content.getLong(0), StandardCharsets.UTF_8);
    JsonObject metadata =
        JsonParser.parseString(header).getAsJsonObject().getAsJsonObject("__metadata__");
    return new StoredNetwork(
        AlbertConfig.fromJson(
            JsonParser.parseString(metadata.get("config").getAsString()).getAsJsonObject()),
        Integer.parseInt(metadata.get("num_labels").getAsString()),
        Safetensors.read(content, source));
  }

  /** A tensor of 64-bit integers. */
  long[] longs(String name) {
    LongBuffer data = tensors.get(name).data().order(ByteOrder.LITTLE_ENDIAN).asLongBuffer();
    long[] values = new long[data.remaining()];
    data.get(values);
    return values;
  }
}
