package io.github.albertner.checkpoint;

import io.github.albertner.modelpackage.InvalidModelException;
import io.github.albertner.weights.WeightTensor;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The tensors of a {@code pytorch_model.bin}, in either of the two formats that {@code torch.save}
 * has written: since 1.6 a zip, before that pickles followed by raw storages.
 */
final class TorchFile {
  static final int CHUNK = 1 << 16;

  private TorchFile() {}

  /** Gives the bytes of a storage. */
  interface StorageReader {
    ByteBuffer read(TorchStorage storage) throws IOException;
  }

  static Map<String, WeightTensor> read(Path file) throws IOException {
    try {
      return isZip(file) ? TorchZip.read(file) : TorchLegacyFile.read(file);
    } catch (RefusedClassException e) {
      throw new InvalidModelException(
          ("%s: refused %s: a pickle can run any code, and a checkpoint needs only tensors and"
                  + " dictionaries; if you trust it, save it as safetensors")
              .formatted(file, e.getMessage()),
          e);
    } catch (InvalidModelException e) {
      throw e;
    } catch (IOException e) {
      throw new InvalidModelException(damaged(file) + ": " + e.getMessage(), e);
    } catch (RuntimeException | StackOverflowError e) {
      // A damaged pickle is a program gone wrong: the unpickler may fail in any way.
      throw new InvalidModelException(damaged(file), e);
    }
  }

  private static String damaged(Path file) {
    return file + ": not a PyTorch file of weights, truncated, or damaged";
  }

  private static boolean isZip(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(2);
      return start.length == 2 && start[0] == 'P' && start[1] == 'K';
    }
  }

  /** Finds the tensors in what the pickle gave, and reads their storages, each once. */
  static Map<String, WeightTensor> tensors(Object unpickled, Path file, StorageReader reader)
      throws IOException {
    if (!(unpickled instanceof Map<?, ?> dictionary)) {
      throw new InvalidModelException(
          file + ": expected a dictionary of tensors, found " + kind(unpickled));
    }
    Map<String, ByteBuffer> storages = new HashMap<>();
    Map<String, WeightTensor> tensors = new LinkedHashMap<>();
    for (Map.Entry<?, ?> member : dictionary.entrySet()) {
      String name = (String) member.getKey();
      if (!(member.getValue() instanceof TorchTensor tensor)) {
        throw new InvalidModelException(
            "%s: expected a dictionary of tensors, found %s under %s"
                .formatted(file, kind(member.getValue()), name));
      }
      ByteBuffer bytes = storages.get(tensor.storage().key());
      if (bytes == null) {
        bytes = reader.read(tensor.storage());
        storages.put(tensor.storage().key(), bytes);
      }
      tensors.put(name, tensor.over(name, bytes));
    }
    return tensors;
  }

  /** Reads so many bytes into one buffer outside the heap; the caller has bounded the number. */
  static ByteBuffer read(InputStream in, int bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocateDirect(bytes);
    byte[] chunk = new byte[CHUNK];
    while (buffer.hasRemaining()) {
      int count = in.read(chunk, 0, Math.min(chunk.length, buffer.remaining()));
      if (count < 0) {
        throw new EOFException("%s bytes are missing".formatted(buffer.remaining()));
      }
      buffer.put(chunk, 0, count);
    }
    return buffer.flip();
  }

  private static String kind(Object object) {
    return object == null ? "nothing" : object.getClass().getSimpleName();
  }
}
