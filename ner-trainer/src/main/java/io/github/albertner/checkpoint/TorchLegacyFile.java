package io.github.albertner.checkpoint;

import io.github.albertner.weights.WeightTensor;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code torch.save} wrote before 1.6, as many published checkpoints still are: pickles of a
 * magic number, a protocol version, facts of the system, the dictionary and the storages' keys;
 * then for each key the number of its elements as eight bytes, and the elements.
 *
 * <p>Source: {@code _legacy_load} in torch/serialization.py.
 */
final class TorchLegacyFile {
  /** The first pickle, whole: protocol 2, a LONG1 of ten bytes (0x1950a86a20f9469cfc6c), STOP. */
  private static final List<Integer> MAGIC =
      List.of(0x80, 2, 0x8a, 10, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19, 0x2e);

  private static final int PROTOCOL = 1001;

  private TorchLegacyFile() {}

  static Map<String, WeightTensor> read(Path file) throws IOException {
    try (BufferedInputStream in =
        new BufferedInputStream(Files.newInputStream(file), TorchFile.CHUNK)) {
      for (int expected : MAGIC) {
        if (in.read() != expected) {
          throw new IOException("it begins like neither format of torch.save");
        }
      }
      Object protocol = TorchUnpickler.run(in);
      Map<?, ?> system = (Map<?, ?>) TorchUnpickler.run(in);
      if (!(protocol instanceof Number version) || version.intValue() != PROTOCOL) {
        throw new IOException("expected protocol " + PROTOCOL + ", found " + protocol);
      }
      if (!Boolean.TRUE.equals(system.get("little_endian"))) {
        throw new IOException("expected little-endian storages, found " + system);
      }
      Object unpickled = TorchUnpickler.run(in);
      List<?> keys = (List<?>) TorchUnpickler.run(in);
      Map<String, TorchStorage> described = storages(unpickled);
      Map<String, ByteBuffer> storages = new HashMap<>();
      for (Object key : keys) {
        TorchStorage storage = described.get(key);
        if (storage == null) {
          throw new IOException("no tensor tells the type of storage " + key);
        }
        storages.put(storage.key(), elements(in, storage, Files.size(file)));
      }
      return TorchFile.tensors(unpickled, file, storage -> storages.get(storage.key()));
    }
  }

  private static Map<String, TorchStorage> storages(Object unpickled) {
    Map<String, TorchStorage> storages = new HashMap<>();
    if (unpickled instanceof Map<?, ?> dictionary) {
      for (Object value : dictionary.values()) {
        if (value instanceof TorchTensor tensor) {
          storages.put(tensor.storage().key(), tensor.storage());
        }
      }
    }
    return storages;
  }

  private static ByteBuffer elements(BufferedInputStream in, TorchStorage storage, long fileBytes)
      throws IOException {
    long elements = TorchFile.read(in, Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).getLong();
    long bytes = Math.multiplyExact(storage.elements(), storage.dataType().bytes());
    if (elements != storage.elements() || bytes > fileBytes) {
      throw new IOException(
          "expected storage %s of %s elements, found %s"
              .formatted(storage.key(), storage.elements(), elements));
    }
    return TorchFile.read(in, Math.toIntExact(bytes));
  }
}
