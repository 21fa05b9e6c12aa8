package io.github.albertner.modelpackage;

import com.google.gson.JsonObject;
import io.github.albertner.casing.CasingTable;
import io.github.albertner.label.LabelSet;
import io.github.albertner.network.AlbertConfig;
import io.github.albertner.tokenize.InvalidVocabularyException;
import io.github.albertner.tokenize.SubwordTokenizer;
import io.github.albertner.weights.InvalidWeightsException;
import io.github.albertner.weights.Safetensors;
import io.github.albertner.weights.WeightTensor;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Reads the inner zip in one pass, verifying each file against ner.json as it comes.
 *
 * <p>The stream is untrusted: texts have a ceiling, and the weights are given memory only for as
 * many bytes as ner.json, the zip and the sizes in config.json agree on.
 */
final class PackageReader {
  private static final int CHUNK = 1 << 16;

  /** What is given to weights on the strength of their stated size alone. */
  private static final int FIRST_BYTES = 16 << 20;

  /** The inner zip's directory, of a hundred bytes for each of the files, and room for others'. */
  private static final int MAX_DIRECTORY_BYTES = 1 << 16;

  private final String source;
  private final Map<String, String> texts = new HashMap<>();
  private ModelManifest manifest;
  private FileSums sums;
  private AlbertConfig config;
  private LabelSet labels;
  private Map<String, WeightTensor> weights;

  /**
   * A reader for one package.
   *
   * @param source names the file in messages
   */
  PackageReader(String source) {
    this.source = source;
  }

  ModelPackage read(InputStream in) throws IOException {
    try {
      ZipInputStream zip = new ZipInputStream(in); // not closed: the stream is the caller's
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        readEntry(zip, entry);
      }
      // What is left now would be read to its end by whoever closes the entry around it.
      if (in.readNBytes(MAX_DIRECTORY_BYTES).length == MAX_DIRECTORY_BYTES) {
        throw new InvalidModelException(
            source + ": the package is damaged: bytes without end follow its last file");
      }
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      // The zip classes throw the last for an entry name that is not UTF-8.
      throw new InvalidModelException(
          source + ": the package is truncated or damaged: " + e.getMessage(), e);
    }
    List<String> missing =
        Stream.concat(PackageLayout.LISTED.stream(), PackageLayout.OPTIONAL.stream())
            .filter(name -> PackageLayout.LISTED.contains(name) || isListed(name))
            .filter(name -> !isRead(name))
            .toList();
    if (manifest == null || !missing.isEmpty()) {
      throw new InvalidModelException(
          "%s: the package is truncated or damaged: it lacks %s"
              .formatted(source, manifest == null ? PackageLayout.MANIFEST : missing));
    }
    checkVocabulary();
    try {
      return new ModelPackage(
          config,
          labels,
          texts.get(PackageLayout.TOKENIZER),
          casing(),
          weights,
          sums.sha256(PackageLayout.WEIGHTS),
          manifest,
          texts.get(PackageLayout.CARD));
    } catch (IllegalArgumentException e) {
      throw new InvalidModelException(inner(PackageLayout.MANIFEST) + ": " + e.getMessage(), e);
    }
  }

  /** The network must have an embedding for every piece that the tokenizer can give. */
  private void checkVocabulary() throws InvalidModelException {
    int pieces;
    try {
      pieces = SubwordTokenizer.sizeOf(texts.get(PackageLayout.TOKENIZER));
    } catch (InvalidVocabularyException e) {
      throw new InvalidModelException(source + ": " + e.getMessage(), e);
    }
    if (pieces > config.vocabularySize()) {
      throw new InvalidModelException(
          "%s: %s pieces, but the network of config.json has a vocab_size of %s"
              .formatted(inner(PackageLayout.TOKENIZER), pieces, config.vocabularySize()));
    }
  }

  private Optional<CasingTable> casing() throws InvalidModelException {
    try {
      return Optional.ofNullable(texts.get(PackageLayout.CASING)).map(CasingTable::parse);
    } catch (IllegalArgumentException e) {
      throw new InvalidModelException(inner(PackageLayout.CASING) + ": " + e.getMessage(), e);
    }
  }

  private boolean isListed(String name) {
    return sums != null && sums.has(name);
  }

  private boolean isRead(String name) {
    return name.equals(PackageLayout.WEIGHTS) ? weights != null : texts.containsKey(name);
  }

  private void readEntry(InputStream in, ZipEntry entry) throws IOException {
    String name = entry.getName();
    if (manifest == null) {
      if (!name.equals(PackageLayout.MANIFEST)) {
        throw new InvalidModelException(
            "%s: expected %s as the first inner file, found %s"
                .formatted(source, PackageLayout.MANIFEST, name));
      }
      JsonObject json = ConfigJson.parse(readText(in, name), inner(name));
      manifest = ModelManifest.fromJson(json, inner(name));
      sums = FileSums.fromJson(json, inner(name));
    } else if (!mayCome(name) || isRead(name)) {
      throw new InvalidModelException(
          "%s: unexpected or repeated inner file; expected one each of %s"
              .formatted(inner(name), PackageLayout.LISTED));
    } else if (name.equals(PackageLayout.WEIGHTS)) {
      readWeights(in, entry);
    } else {
      texts.put(name, readText(in, name));
      if (name.equals(PackageLayout.CONFIG)) {
        JsonObject json = ConfigJson.parse(texts.get(name), inner(name));
        config = ConfigJson.network(json, inner(name));
        labels = ConfigJson.labels(json, inner(name));
      }
    }
  }

  private boolean mayCome(String name) {
    return PackageLayout.LISTED.contains(name)
        || (PackageLayout.OPTIONAL.contains(name) && isListed(name));
  }

  private String readText(InputStream in, String name) throws IOException {
    int limit = PackageLayout.maxTextBytes(name);
    byte[] bytes = in.readNBytes(limit);
    if (bytes.length == limit) {
      throw new InvalidModelException(
          "%s: expected less than %s MiB".formatted(inner(name), limit >> 20));
    }
    if (sums != null) {
      MessageDigest digest = MeasuringChannel.sha256();
      digest.update(bytes);
      sums.verify(name, inner(name), bytes.length, digest);
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private void readWeights(InputStream in, ZipEntry entry) throws IOException {
    String where = inner(entry.getName());
    if (config == null) {
      throw new InvalidModelException(where + ": expected after " + PackageLayout.CONFIG);
    }
    if (entry.getMethod() != ZipEntry.STORED) {
      throw new InvalidModelException(where + ": expected stored, found compressed");
    }
    long size = checkedSize(entry.getSize(), sums.bytes(entry.getName()), where);
    String expected = sums.sha256(entry.getName());
    Optional<Map<String, WeightTensor>> known = WeightsPool.find(expected);
    ByteBuffer buffer = known.isPresent() ? null : allocate(Math.min(size, FIRST_BYTES), where);
    MessageDigest digest = MeasuringChannel.sha256();
    byte[] chunk = new byte[CHUNK];
    long bytes = 0;
    for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
      if (buffer != null) {
        if (buffer.remaining() < count) {
          buffer = allocate(size, where).put(buffer.flip());
        }
        buffer.put(chunk, 0, count); // the zip gives no more than the size it stated
      }
      digest.update(chunk, 0, count);
      bytes += count;
    }
    sums.verify(entry.getName(), where, bytes, digest);
    Map<String, WeightTensor> found = known.isPresent() ? known.get() : parse(buffer, where);
    Optional<String> mismatch = ParameterCheck.mismatch(config, labels.size(), found);
    if (mismatch.isPresent()) {
      throw new InvalidModelException(where + ": " + mismatch.get());
    }
    weights =
        known.orElseGet(
            () ->
                WeightsPool.intern(
                    expected,
                    Collections.unmodifiableMap(
                        ParameterCheck.ordered(config, labels.size(), found))));
  }

  private static Map<String, WeightTensor> parse(ByteBuffer buffer, String where)
      throws IOException {
    try {
      return Safetensors.read(buffer.flip(), where);
    } catch (InvalidWeightsException e) {
      throw new InvalidModelException(e.getMessage(), e);
    }
  }

  private long checkedSize(long stored, long listed, String where) throws InvalidModelException {
    if (stored != listed) {
      throw new InvalidModelException(
          "%s: damaged: expected %s bytes, found %s".formatted(where, listed, stored));
    }
    Map<String, List<Long>> shapes = config.parameterShapes(labels.size());
    double elements =
        shapes.values().stream()
            .mapToDouble(
                shape -> shape.stream().mapToDouble(Long::doubleValue).reduce(1, (a, b) -> a * b))
            .sum();
    // 8 bytes: the widest type
    double ceiling = 8 * elements + PackageLayout.maxWeightsOverhead(shapes.size());
    if (stored > Math.min(ceiling, Integer.MAX_VALUE)) {
      throw new InvalidModelException(
          "%s: %s bytes are more than the network of config.json can need (or than 2 GiB)"
              .formatted(where, stored));
    }
    return stored;
  }

  private static ByteBuffer allocate(long bytes, String where) throws InvalidModelException {
    try {
      return ByteBuffer.allocateDirect(Math.toIntExact(bytes));
    } catch (OutOfMemoryError e) {
      throw new InvalidModelException(
          "%s: no room for %s MiB outside the heap; raise -XX:MaxDirectMemorySize"
              .formatted(where, bytes >> 20),
          e);
    }
  }

  private String inner(String name) {
    return source + ": " + name;
  }
}
