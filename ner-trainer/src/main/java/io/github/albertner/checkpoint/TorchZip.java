package io.github.albertner.checkpoint;

import io.github.albertner.modelpackage.InvalidModelException;
import io.github.albertner.weights.WeightTensor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * What {@code torch.save} writes since 1.6: a stored zip of data.pkl and one entry for each
 * storage.
 */
final class TorchZip {
  private static final String PICKLE = "/data.pkl";
  private static final int MAX_PICKLE_BYTES = 64 << 20;

  private TorchZip() {}

  static Map<String, WeightTensor> read(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      String pickleName =
          zip.stream()
              .map(ZipEntry::getName)
              .filter(name -> name.endsWith(PICKLE))
              .findFirst()
              .orElseThrow(() -> new ZipException("it has no entry " + PICKLE));
      String root = pickleName.substring(0, pickleName.length() - PICKLE.length());
      checkByteOrder(zip, root, file);
      Object unpickled;
      try (InputStream in = zip.getInputStream(zip.getEntry(pickleName))) {
        byte[] pickle = in.readNBytes(MAX_PICKLE_BYTES);
        unpickled = TorchUnpickler.run(new ByteArrayInputStream(pickle));
      }
      return TorchFile.tensors(
          unpickled,
          file,
          storage -> {
            ZipEntry entry = zip.getEntry(root + "/data/" + storage.key());
            long bytes = Math.multiplyExact(storage.elements(), storage.dataType().bytes());
            // Stored, so the file itself bounds how much memory is asked for.
            if (entry == null || entry.getMethod() != ZipEntry.STORED || entry.getSize() != bytes) {
              throw new ZipException(
                  "expected storage %s, stored, of %s bytes, found %s"
                      .formatted(storage.key(), bytes, entry == null ? "none" : entry.getSize()));
            }
            try (InputStream in = zip.getInputStream(entry)) {
              return TorchFile.read(in, Math.toIntExact(bytes));
            }
          });
    }
  }

  private static void checkByteOrder(ZipFile zip, String root, Path file) throws IOException {
    ZipEntry entry = zip.getEntry(root + "/byteorder");
    if (entry == null) {
      return; // written by a version that knew little-endian only
    }
    try (InputStream in = zip.getInputStream(entry)) {
      String order = new String(in.readNBytes(16), StandardCharsets.US_ASCII);
      if (!order.equals("little")) {
        throw new InvalidModelException(
            "%s: expected little-endian storages, found byteorder %s".formatted(file, order));
      }
    }
  }
}
