package io.github.albertner.weights;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads and writes safetensors files: 8 bytes of header length, a JSON header, then the tensors'
 * bytes.
 *
 * @see <a href="https://github.com/huggingface/safetensors#format">the format</a>
 */
public final class Safetensors {
  /** As the reference implementation: no honest header comes near. */
  private static final long MAX_HEADER_BYTES = 100_000_000;

  private static final int LENGTH_BYTES = Long.BYTES;

  private Safetensors() {}

  /**
   * Maps a file into memory and reads its tensors, which share the map.
   *
   * @param file the safetensors file
   * @return the tensors by name, in the order of their bytes
   * @throws InvalidWeightsException if the file is absent, truncated, inconsistent or over 2 GiB
   * @throws IOException if it cannot be read
   */
  public static Map<String, WeightTensor> read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new InvalidWeightsException(
          file
              + ": expected a safetensors file, found "
              + (Files.exists(file) ? "no regular file" : "nothing"));
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (channel.size() > Integer.MAX_VALUE) {
        throw new InvalidWeightsException(
            file + ": " + channel.size() + " bytes is over 2 GiB; expected a sharded checkpoint");
      }
      return read(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()), file.toString());
    } catch (NoSuchFileException e) {
      throw new InvalidWeightsException(file + ": expected a safetensors file, found nothing", e);
    }
  }

  /**
   * Reads the tensors of a file that is already in memory; they share the buffer.
   *
   * @param content the whole file, from position to limit; not moved
   * @param source names the file in messages
   * @return the tensors by name, in the order of their bytes
   * @throws InvalidWeightsException if the content is truncated or inconsistent
   */
  public static Map<String, WeightTensor> read(ByteBuffer content, String source)
      throws InvalidWeightsException {
    String json = headerText(content, source);
    ByteBuffer file = content.slice().order(ByteOrder.LITTLE_ENDIAN);
    int dataStart = LENGTH_BYTES + (int) file.getLong(0);
    Map<String, WeightTensor> tensors = new LinkedHashMap<>();
    for (SafetensorsHeader.Entry entry :
        SafetensorsHeader.parse(json, file.capacity() - dataStart, source)) {
      ByteBuffer data =
          file.slice(dataStart + (int) entry.begin(), (int) (entry.end() - entry.begin()));
      tensors.put(
          entry.name(), WeightTensor.of(entry.name(), entry.dataType(), entry.shape(), data));
    }
    return tensors;
  }

  /**
   * Reads the free text values of a file's header.
   *
   * @param file the safetensors file
   * @return values by name, none if it has no such part
   * @throws InvalidWeightsException if the file is truncated or its header damaged
   * @throws IOException if it cannot be read
   */
  public static Map<String, String> metadata(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = Math.min(channel.size(), LENGTH_BYTES + MAX_HEADER_BYTES);
      ByteBuffer begin = channel.map(FileChannel.MapMode.READ_ONLY, 0, size);
      return SafetensorsHeader.metadata(headerText(begin, file.toString()), file.toString());
    }
  }

  /**
   * Writes tensors; the same tensors and metadata give the same bytes, whatever order they come in.
   *
   * @param target takes the bytes and stays open
   * @param tensors of distinct names
   * @param metadata free text values for the header, for example {@code format=pt}
   * @throws IOException if the target fails
   * @throws IllegalArgumentException if two tensors have one name
   */
  public static void write(
      WritableByteChannel target, Collection<WeightTensor> tensors, Map<String, String> metadata)
      throws IOException {
    // Widest type first keeps every tensor aligned; then by name, as the reference writer does.
    List<WeightTensor> ordered =
        tensors.stream()
            .sorted(
                Comparator.comparingInt((WeightTensor t) -> -t.dataType().bytes())
                    .thenComparing(WeightTensor::name))
            .toList();
    writeFully(target, header(ordered, metadata));
    for (WeightTensor tensor : ordered) {
      writeFully(target, tensor.data());
    }
  }

  private static String headerText(ByteBuffer content, String source)
      throws InvalidWeightsException {
    ByteBuffer file = content.slice().order(ByteOrder.LITTLE_ENDIAN);
    if (file.capacity() < LENGTH_BYTES) {
      throw new InvalidWeightsException(
          "%s: %s bytes are too few for a safetensors file".formatted(source, file.capacity()));
    }
    long headerBytes = file.getLong(0);
    if (headerBytes < 0 || headerBytes > MAX_HEADER_BYTES) {
      throw new InvalidWeightsException(
          "%s: not a safetensors file: header length %s, expected at most %s"
              .formatted(source, headerBytes, MAX_HEADER_BYTES));
    }
    if (headerBytes > file.capacity() - LENGTH_BYTES) {
      throw new InvalidWeightsException(
          "%s: truncated: the header needs %s bytes, the file holds %s"
              .formatted(source, headerBytes, file.capacity() - LENGTH_BYTES));
    }
    ByteBuffer header = file.slice(LENGTH_BYTES, (int) headerBytes);
    return StandardCharsets.UTF_8.decode(header).toString();
  }

  private static ByteBuffer header(List<WeightTensor> tensors, Map<String, String> metadata) {
    JsonObject header = new JsonObject();
    if (!metadata.isEmpty()) {
      JsonObject values = new JsonObject();
      new TreeMap<>(metadata).forEach(values::addProperty);
      header.add(SafetensorsHeader.METADATA, values);
    }
    long offset = 0;
    for (WeightTensor tensor : tensors) {
      if (header.has(tensor.name())) {
        throw new IllegalArgumentException("two tensors are named " + tensor.name());
      }
      long end = offset + tensor.data().capacity();
      JsonObject entry = new JsonObject();
      entry.addProperty("dtype", tensor.dataType().name());
      entry.add("shape", array(tensor.shape()));
      entry.add("data_offsets", array(List.of(offset, end)));
      header.add(tensor.name(), entry);
      offset = end;
    }
    byte[] json = header.toString().getBytes(StandardCharsets.UTF_8);
    int padded = (json.length + LENGTH_BYTES - 1) / LENGTH_BYTES * LENGTH_BYTES;
    ByteBuffer bytes = ByteBuffer.allocate(LENGTH_BYTES + padded).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(padded).put(json);
    while (bytes.hasRemaining()) {
      bytes.put((byte) ' ');
    }
    return bytes.flip();
  }

  private static JsonArray array(List<Long> values) {
    JsonArray array = new JsonArray();
    values.forEach(array::add);
    return array;
  }

  private static void writeFully(WritableByteChannel target, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      target.write(bytes);
    }
  }
}
