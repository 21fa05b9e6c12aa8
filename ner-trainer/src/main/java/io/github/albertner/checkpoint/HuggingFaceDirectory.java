package io.github.albertner.checkpoint;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.albertner.label.LabelSet;
import io.github.albertner.modelpackage.ConfigJson;
import io.github.albertner.modelpackage.InvalidModelException;
import io.github.albertner.modelpackage.ModelManifest;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.modelpackage.ParameterCheck;
import io.github.albertner.network.AlbertConfig;
import io.github.albertner.tokenize.SubwordTokenizer;
import io.github.albertner.weights.WeightTensor;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder as Hugging Face's {@code from_pretrained} reads and {@code save_pretrained} writes it.
 */
public final class HuggingFaceDirectory {
  private static final Logger LOGGER = LoggerFactory.getLogger(HuggingFaceDirectory.class);

  private static final String CONFIG = "config.json";
  private static final String MANIFEST = "ner.json";
  private static final String CARD = "README.md";

  private HuggingFaceDirectory() {}

  /**
   * Reads a checkpoint with its own tokenizer.
   *
   * @param folder with config.json, tokenizer.json, spiece.model or vocab.txt, and
   *     model.safetensors, model.safetensors.index.json or pytorch_model.bin
   * @return the checkpoint; it has labels if it is a token classifier
   * @throws InvalidModelException if a file is missing or damaged, or the tensors are not those
   *     that config.json calls for; the message names the file and all that differs
   * @throws IOException if it cannot be read
   */
  public static Checkpoint read(Path folder) throws IOException {
    return read(folder, Optional.empty());
  }

  /**
   * Reads a checkpoint to start from. A classifier that cannot tag names is left out: its labels
   * have no names, or are parts of speech, or it has another number of rows.
   *
   * @param folder as for {@link #read(Path)}
   * @param vocabulary a folder with tokenizer.json, spiece.model or vocab.txt, or one of these
   *     files, instead of the folder's own
   * @return the checkpoint; it has labels if it is a classifier of names
   * @throws InvalidModelException as {@link #read(Path)}
   * @throws IOException if it cannot be read
   */
  public static Checkpoint read(Path folder, Optional<Path> vocabulary) throws IOException {
    return read(folder, vocabulary, HuggingFaceDirectory::labelsIfOfNames);
  }

  /**
   * Reads a checkpoint that tags names as it is.
   *
   * @param folder as for {@link #read(Path)}
   * @param vocabulary as for {@link #read(Path, Optional)}
   * @param labels of the classifier's rows in their order, instead of those of config.json
   * @return the checkpoint, with labels
   * @throws InvalidModelException as {@link #read(Path)}, and if there is no classifier, or its
   *     labels are no tags of names; the message says what to do
   * @throws IOException if it cannot be read
   */
  public static Checkpoint readTagger(
      Path folder, Optional<Path> vocabulary, Optional<List<String>> labels) throws IOException {
    Checkpoint read =
        read(
            folder, vocabulary, (rows, json, source) -> requiredLabels(rows, json, labels, source));
    if (read.labels().isEmpty()) {
      throw new InvalidModelException(
          folder
              + ": the checkpoint has no classifier, so it cannot tag; fine-tune it with"
              + " ner train --base-model "
              + folder);
    }
    return read;
  }

  /** What a classifier's rows mean, or why they mean nothing to a tagger. */
  private record Head(Optional<LabelSet> labels, Optional<String> unused) {}

  /** Finds what the rows mean. */
  @FunctionalInterface
  private interface HeadReader {
    Head read(long rows, JsonObject config, String source) throws InvalidModelException;
  }

  private static Head labelsIfOfNames(long rows, JsonObject config, String source) {
    try {
      return labels(rows, config, Optional.empty(), source);
    } catch (InvalidModelException e) {
      return new Head(Optional.empty(), Optional.of(e.getMessage()));
    }
  }

  private static Head requiredLabels(
      long rows, JsonObject config, Optional<List<String>> given, String source)
      throws InvalidModelException {
    try {
      return labels(rows, config, given, source);
    } catch (InvalidModelException e) {
      throw given.isPresent()
          ? e
          : new InvalidModelException(
              e.getMessage()
                  + "; say what the rows mean (--labels O,B-PER,... on the command line), or train a"
                  + " new classifier (ner train --base-model)",
              e);
    }
  }

  private static Head labels(
      long rows, JsonObject config, Optional<List<String>> given, String source)
      throws InvalidModelException {
    LabelSet labels;
    if (given.isPresent()) {
      try {
        labels = LabelSet.of(given.get());
      } catch (IllegalArgumentException e) {
        throw new InvalidModelException("labels given: " + e.getMessage(), e);
      }
    } else {
      labels = ConfigJson.labels(config, source);
    }
    if (labels.size() != rows) {
      throw new InvalidModelException(
          "%s: expected a label for each of the classifier's %s rows, found %s labels"
              .formatted(given.isPresent() ? "labels given" : source, rows, labels.size()));
    }
    return new Head(Optional.of(labels), Optional.empty());
  }

  private static Checkpoint read(Path folder, Optional<Path> vocabulary, HeadReader reader)
      throws IOException {
    Path configFile = folder.resolve(CONFIG);
    JsonObject json = ConfigJson.parse(required(configFile), configFile.toString());
    AlbertConfig config = ConfigJson.network(json, configFile.toString());

    WeightFiles.Weights files = WeightFiles.read(folder);
    Map<String, WeightTensor> weights =
        ParameterNames.canonical(files.tensors(), mayTag(json), files.file().toString());
    WeightTensor classifier = weights.get(AlbertConfig.CLASSIFIER_WEIGHT);
    Head head =
        classifier == null || classifier.shape().isEmpty()
            ? new Head(Optional.empty(), Optional.empty())
            : reader.read(classifier.shape().get(0), json, configFile.toString());
    if (head.unused().isPresent()) {
      weights.keySet().removeIf(ParameterNames::isClassifier);
    }
    Optional<String> mismatch =
        ParameterCheck.mismatch(config, head.labels().map(LabelSet::size).orElse(0), weights);
    if (mismatch.isPresent()) {
      throw new InvalidModelException(
          "%s does not fit %s: %s".formatted(files.file(), CONFIG, mismatch.get()));
    }

    SubwordTokenizer tokenizer =
        vocabulary.isPresent()
            ? SubwordTokenizer.fromFile(vocabulary.get())
            : SubwordTokenizer.fromDirectory(folder);
    return new Checkpoint(
        withPieceIds(config, tokenizer, folder),
        head.labels(),
        tokenizer.json(),
        CasingFile.beside(vocabulary.orElse(folder)),
        weights,
        manifest(folder.resolve(MANIFEST)),
        text(folder.resolve(CARD)),
        head.unused(),
        folder.toAbsolutePath().normalize().getFileName().toString());
  }

  /** Reads the sizes of a checkpoint from its config.json. */
  static AlbertConfig config(Path folder) throws IOException {
    Path file = folder.resolve(CONFIG);
    return ConfigJson.network(ConfigJson.parse(required(file), file.toString()), file.toString());
  }

  /**
   * Writes a folder that transformers loads as a token classifier, whole or not at all.
   *
   * @param model the package
   * @param folder the target, in an existing folder
   * @param overwrite whether files in an existing folder may be replaced; others there are kept
   * @throws FileAlreadyExistsException if the folder exists, is not empty and must not be changed
   * @throws IOException if it cannot be written; what was there before is then unchanged
   */
  public static void write(ModelPackage model, Path folder, boolean overwrite) throws IOException {
    StagedFolder.write(folder, overwrite, model.folder());
  }

  /** A classifier of whole sentences has the same parameter names as one of tokens. */
  private static boolean mayTag(JsonObject config) {
    return !(config.get("architectures") instanceof JsonArray named)
        || named.isEmpty()
        || named.contains(new JsonPrimitive(ConfigJson.ARCHITECTURE));
  }

  /** The ids by which inputs are framed are the tokenizer's, whatever config.json says. */
  private static AlbertConfig withPieceIds(
      AlbertConfig config, SubwordTokenizer tokenizer, Path folder) throws InvalidModelException {
    if (tokenizer.vocabularySize() > config.vocabularySize()) {
      throw new InvalidModelException(
          "%s: the tokenizer has %s pieces, but vocab_size in %s is %s"
              .formatted(folder, tokenizer.vocabularySize(), CONFIG, config.vocabularySize()));
    }
    JsonObject json = config.toJson();
    json.addProperty("pad_token_id", tokenizer.padId());
    json.addProperty("bos_token_id", tokenizer.classId());
    json.addProperty("eos_token_id", tokenizer.separatorId());
    AlbertConfig corrected = AlbertConfig.fromJson(json);
    if (!corrected.equals(config)) {
      LOGGER.warn(
          "{}: the tokenizer's ids of padding, [CLS] and [SEP] ({}, {}, {}) replace those of {}",
          folder,
          tokenizer.padId(),
          tokenizer.classId(),
          tokenizer.separatorId(),
          CONFIG);
    }
    return corrected;
  }

  private static Optional<ModelManifest> manifest(Path file) throws IOException {
    Optional<String> text = text(file);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    JsonObject json = ConfigJson.parse(text.get(), file.toString());
    return Optional.of(ModelManifest.fromJson(json, file.toString()));
  }

  private static String required(Path file) throws IOException {
    return text(file)
        .orElseThrow(
            () ->
                new InvalidModelException(
                    file
                        + ": expected the configuration of a Hugging Face checkpoint, found no such"
                        + " file"));
  }

  private static Optional<String> text(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readString(file));
    } catch (CharacterCodingException e) {
      throw new InvalidModelException(file + ": expected UTF-8 text", e);
    }
  }
}
