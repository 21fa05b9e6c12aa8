package io.github.albertner.run;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.albertner.optimize.NetworkState;
import io.github.albertner.weights.Safetensors;
import io.github.albertner.weights.WeightTensor;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The file that a run is taken up from: a zip of {@code state.json} and of tensors in safetensors,
 * set by set. The zip's checksums tell a damaged file.
 *
 * @param state where the run stood, tensors apart
 * @param tensors by name of their set
 */
record CheckpointArchive(JsonObject state, Map<String, Collection<WeightTensor>> tensors) {
  private static final int FORMAT = 1;
  private static final String STATE = "state.json";
  private static final String WEIGHTS = "weights";
  private static final String FIRST_MOMENTS = "first-moments";
  private static final String SECOND_MOMENTS = "second-moments";
  private static final String STEPS = "steps";

  /** An archive of a network and of what else belongs to the run. */
  static CheckpointArchive of(JsonObject state, NetworkState network) {
    Map<String, Collection<WeightTensor>> tensors = new LinkedHashMap<>();
    tensors.put(WEIGHTS, network.weights().values());
    tensors.put(FIRST_MOMENTS, network.firstMoments().values());
    tensors.put(SECOND_MOMENTS, network.secondMoments().values());
    tensors.put(STEPS, List.of(network.steps()));
    state.addProperty("format", FORMAT);
    return new CheckpointArchive(state, tensors);
  }

  /** The network that is in it. */
  NetworkState network() {
    return new NetworkState(
        set(WEIGHTS),
        set(FIRST_MOMENTS),
        set(SECOND_MOMENTS),
        set(STEPS).values().iterator().next());
  }

  /** A set of tensors by their names. */
  Map<String, WeightTensor> set(String name) {
    Map<String, WeightTensor> set = new LinkedHashMap<>();
    tensors.get(name).forEach(tensor -> set.put(tensor.name(), tensor));
    return set;
  }

  /** Writes all of it; the stream stays open. */
  void writeTo(OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    zip.setLevel(Deflater.NO_COMPRESSION);
    zip.putNextEntry(new ZipEntry(STATE));
    zip.write(state.toString().getBytes(StandardCharsets.UTF_8));
    for (Map.Entry<String, Collection<WeightTensor>> set : tensors.entrySet()) {
      zip.putNextEntry(new ZipEntry(entry(set.getKey())));
      Safetensors.write(Channels.newChannel(zip), set.getValue(), Map.of());
      zip.closeEntry();
    }
    zip.finish();
    zip.flush();
  }

  private static String entry(String set) {
    return set + ".safetensors";
  }

  /** What a kind of run makes of an archive. */
  interface Reader<T> {
    T read(CheckpointArchive archive) throws IOException;
  }

  /**
   * Reads a checkpoint.
   *
   * @throws IOException if it cannot be read, or is damaged; the message names the file
   */
  static <T> T read(Path file, Reader<T> reader) throws IOException {
    Map<String, byte[]> entries = new HashMap<>();
    try (InputStream in = Files.newInputStream(file);
        ZipInputStream zip = new ZipInputStream(in)) {
      ZipEntry entry;
      while ((entry = zip.getNextEntry()) != null) {
        entries.put(entry.getName(), zip.readAllBytes());
      }
    } catch (ZipException | EOFException e) {
      throw damaged(file, e);
    }
    try {
      JsonObject json =
          JsonParser.parseString(new String(entries.remove(STATE), StandardCharsets.UTF_8))
              .getAsJsonObject();
      if (json.get("format").getAsInt() != FORMAT) {
        throw new IOException(
            "%s: expected a checkpoint of format %s, found %s: it is another version's"
                .formatted(file, FORMAT, json.get("format")));
      }
      Map<String, Collection<WeightTensor>> tensors = new LinkedHashMap<>();
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        tensors.put(
            entry.getKey().substring(0, entry.getKey().indexOf('.')),
            Safetensors.read(ByteBuffer.wrap(entry.getValue()), file + " " + entry.getKey())
                .values());
      }
      return reader.read(new CheckpointArchive(json, tensors));
    } catch (JsonParseException
        | NullPointerException
        | IndexOutOfBoundsException
        | IllegalStateException
        | IllegalArgumentException e) {
      throw damaged(file, e);
    }
  }

  private static IOException damaged(Path file, Exception e) {
    return new IOException(
        "%s: damaged (%s); remove it to start the run anew".formatted(file, e.getMessage()), e);
  }
}
