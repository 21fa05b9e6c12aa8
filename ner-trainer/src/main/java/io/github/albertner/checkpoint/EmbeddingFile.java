package io.github.albertner.checkpoint;

import io.github.albertner.modelpackage.AtomicFile;
import io.github.albertner.modelpackage.InvalidModelException;
import io.github.albertner.network.AlbertConfig;
import io.github.albertner.weights.Safetensors;
import io.github.albertner.weights.WeightTensor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Embeddings of a vocabulary's pieces in a file of their own, to start from: a safetensors file
 * with one F32 tensor {@value #TENSOR}, V x E, and the vocabulary's digest in its header.
 */
public final class EmbeddingFile {

  /** Name of the tensor, as in {@link AlbertConfig#encoderShapes}. */
  public static final String TENSOR = AlbertConfig.WORD_EMBEDDINGS;

  private static final String VOCABULARY = "vocabulary.sha256";

  private EmbeddingFile() {}

  /**
   * Writes a file.
   *
   * @param file the target, in an existing folder
   * @param overwrite whether it may be replaced
   * @param values V x E, row by row
   * @param rows V
   * @param tokenizerJson of the vocabulary
   * @param facts what they were made of, for the header
   * @throws IOException if it cannot be written; what was there before is then unchanged
   */
  public static void write(
      Path file,
      boolean overwrite,
      float[] values,
      int rows,
      String tokenizerJson,
      Map<String, String> facts)
      throws IOException {
    Map<String, String> metadata = new LinkedHashMap<>(facts);
    metadata.put("format", "pt");
    metadata.put(VOCABULARY, digest(tokenizerJson));
    WeightTensor tensor = WeightTensor.ofFloats(TENSOR, values, rows, values.length / rows);
    AtomicFile.write(
        file, overwrite, target -> Safetensors.write(target, List.of(tensor), metadata));
  }

  /**
   * A checkpoint with the embeddings of a file.
   *
   * @param checkpoint to take everything else from
   * @param file as {@link #write} writes it
   * @return the same sizes, vocabulary, classifier and other weights; without manifest and card,
   *     which told of another model
   * @throws InvalidModelException if the file is of another vocabulary or size
   * @throws IOException if it cannot be read
   */
  public static Checkpoint into(Checkpoint checkpoint, Path file) throws IOException {
    WeightTensor found = Safetensors.read(file).get(TENSOR);
    List<Long> expected = checkpoint.weights().get(TENSOR).shape();
    if (found == null || !found.shape().equals(expected)) {
      throw new InvalidModelException(
          "%s: expected a tensor %s of shape %s, as the base model has, found %s"
              .formatted(file, TENSOR, expected, found == null ? "none" : found.shape()));
    }
    String vocabulary = Safetensors.metadata(file).get(VOCABULARY);
    if (vocabulary != null && !vocabulary.equals(digest(checkpoint.tokenizerJson()))) {
      throw new InvalidModelException(
          "%s: expected embeddings of the base model's vocabulary, found those of another one of as many pieces; make them anew (ner embeddings on the command line), or give the vocabulary that they were made for"
              .formatted(file));
    }
    Map<String, WeightTensor> weights = new LinkedHashMap<>(checkpoint.weights());
    weights.put(TENSOR, found.toF32());
    return new Checkpoint(
        checkpoint.config(),
        checkpoint.labels(),
        checkpoint.tokenizerJson(),
        checkpoint.casing(),
        weights,
        Optional.empty(),
        Optional.empty(),
        checkpoint.unusedHead(),
        checkpoint.origin() + ", embeddings " + file.getFileName());
  }

  private static String digest(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
