package io.github.albertner.modelpackage;

import io.github.albertner.casing.CasingTable;
import io.github.albertner.dependency.LoadFailure;
import io.github.albertner.label.LabelSet;
import io.github.albertner.network.AlbertConfig;
import io.github.albertner.weights.DataType;
import io.github.albertner.weights.WeightTensor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A trained tagger as data: network sizes, labels, vocabulary, weights, and what is to be known of
 * them. Immutable and safe to share between threads.
 */
public final class ModelPackage {
  private final AlbertConfig config;
  private final LabelSet labels;
  private final String tokenizerJson;
  private final Optional<CasingTable> casing;
  private final Map<String, WeightTensor> weights;
  private final ModelManifest manifest;
  private final String card;

  /** SHA-256 of the weights as a safetensors file; null until known or asked for. */
  private volatile String weightsDigest;

  /**
   * Puts a package without a casing table together.
   *
   * @param config sizes of the network
   * @param labels of the classifier, in order of its rows
   * @param tokenizerJson content of the tokenizer.json
   * @param weights by the names of {@link AlbertConfig#parameterShapes(int)}, each of a real type
   * @param manifest language, settings, metrics, provenance
   * @param card the model card, in Markdown
   * @throws IllegalArgumentException if the weights are not those that sizes and labels call for;
   *     the message lists all that differs; or if the manifest names a type that no label has
   */
  public ModelPackage(
      AlbertConfig config,
      LabelSet labels,
      String tokenizerJson,
      Map<String, WeightTensor> weights,
      ModelManifest manifest,
      String card) {
    this(
        config,
        labels,
        tokenizerJson,
        Optional.empty(),
        checked(config, labels, weights),
        null,
        manifest,
        card);
  }

  /** As above, of weights that are known to fit, are in order and may be shared. */
  ModelPackage(
      AlbertConfig config,
      LabelSet labels,
      String tokenizerJson,
      Optional<CasingTable> casing,
      Map<String, WeightTensor> weights,
      String weightsDigest,
      ModelManifest manifest,
      String card) {
    this.config = config;
    this.labels = labels;
    this.tokenizerJson = Objects.requireNonNull(tokenizerJson, "tokenizerJson");
    this.casing = Objects.requireNonNull(casing, "casing");
    this.weights = weights;
    this.weightsDigest = weightsDigest;
    this.manifest = Objects.requireNonNull(manifest, "manifest");
    this.card = Objects.requireNonNull(card, "card");
    requireKnown(labels, manifest.types());
  }

  private static Map<String, WeightTensor> checked(
      AlbertConfig config, LabelSet labels, Map<String, WeightTensor> weights) {
    ParameterCheck.mismatch(config, labels.size(), weights)
        .ifPresent(
            fault -> {
              throw new IllegalArgumentException("weights do not fit the configuration: " + fault);
            });
    return Collections.unmodifiableMap(ParameterCheck.ordered(config, labels.size(), weights));
  }

  /**
   * Reads and verifies a package file.
   *
   * @param file as {@link #write(Path, boolean)} makes it
   * @return the package; its weights lie outside the heap, once
   * @throws InvalidModelException if the file is absent, damaged, of a later format, or no package
   *     of ours
   * @throws IOException if it cannot be read
   */
  public static ModelPackage read(Path file) throws IOException {
    return reading(() -> PackageFile.read(file));
  }

  /**
   * Reads and verifies the content of a package file, from wherever it comes.
   *
   * @param packageFile the content, all of it; read to its end, not closed
   * @return the package; its weights lie outside the heap, once
   * @throws InvalidModelException if the content is damaged, of a later format, or no package of
   *     ours
   * @throws IOException if it cannot be read, or not be copied to the folder for temporary files
   */
  public static ModelPackage read(InputStream packageFile) throws IOException {
    return reading(() -> PackageFile.read(packageFile));
  }

  /**
   * Reads and verifies the {@code nameFinder.model} entry of a package file, for OpenNLP's loader.
   *
   * @param nameFinderEntry the entry's content; read, not closed
   * @return the package; its weights lie outside the heap, once
   * @throws InvalidModelException if the content is damaged or of a later format
   * @throws IOException if it cannot be read
   */
  public static ModelPackage readEntry(InputStream nameFinderEntry) throws IOException {
    return reading(() -> new PackageReader(PackageLayout.ENTRY).read(nameFinderEntry));
  }

  private interface Reading {
    ModelPackage run() throws IOException;
  }

  private static ModelPackage reading(Reading reading) throws IOException {
    try {
      return reading.run();
    } catch (LinkageError e) {
      throw LoadFailure.of(e, ModelPackage.class.getClassLoader());
    }
  }

  /**
   * Writes a package file whole or not at all. The same content gives the same bytes.
   *
   * @param file the target; its folder must exist
   * @param overwrite whether an existing file may be replaced
   * @throws FileAlreadyExistsException if the target exists and must not be replaced
   * @throws IOException if it cannot be written; the target is then unchanged
   */
  public void write(Path file, boolean overwrite) throws IOException {
    AtomicFile.write(file, overwrite, channel -> PackageWriter.writeFile(this, channel));
  }

  /**
   * Writes what {@link #readEntry} reads, for OpenNLP's serializer.
   *
   * @param nameFinderEntry takes the content; not closed
   * @throws IOException if it cannot be written
   */
  public void write(OutputStream nameFinderEntry) throws IOException {
    PackageWriter.entry(this).writeTo(Channels.newChannel(nameFinderEntry));
  }

  /**
   * The files of a Hugging Face folder that holds this model, {@code ner.json} included.
   *
   * @return plain names and contents
   * @throws InvalidModelException if the tokenizer.json is not one
   * @throws IOException never otherwise
   */
  public List<ModelFile> folder() throws IOException {
    List<ModelFile> files = new ArrayList<>(PackageWriter.folder(this));
    files.add(PackageWriter.manifest(manifest.toJson()));
    return files;
  }

  /**
   * The same package with its weights stored as another type.
   *
   * @param storage F32, or F16 for half the size
   * @return this package itself where nothing changes
   * @throws ArithmeticException if a weight is beyond F16's range
   * @throws IllegalArgumentException if the type is neither
   */
  public ModelPackage storedAs(DataType storage) {
    if (storage != DataType.F32 && storage != DataType.F16) {
      throw new IllegalArgumentException("storage is " + storage + "; expected F32 or F16");
    }
    if (weights.values().stream().allMatch(tensor -> tensor.dataType() == storage)) {
      return this;
    }
    Map<String, WeightTensor> converted = new LinkedHashMap<>();
    weights.forEach(
        (name, tensor) ->
            converted.put(name, storage == DataType.F16 ? tensor.toF16() : tensor.toF32()));
    return new ModelPackage(config, labels, tokenizerJson, converted, manifest, card)
        .withCasing(casing);
  }

  /**
   * The same tagger, reporting some of its entity types only: it computes and decodes as before,
   * and keeps the rest to itself. Weights are shared.
   *
   * @param types to report, at least one
   * @return the narrowed package
   * @throws IllegalArgumentException if there is none, or one that no label has
   */
  public ModelPackage withTypes(Collection<String> types) {
    if (types.isEmpty()) {
      throw new IllegalArgumentException("expected at least one of the types " + labels.types());
    }
    return new ModelPackage(
        config,
        labels,
        tokenizerJson,
        casing,
        weights,
        weightsDigest,
        manifest.withTypes(types),
        card);
  }

  /**
   * The same tagger with other things said of it. Weights are shared.
   *
   * @param described language, types to report, settings, metrics, provenance
   * @param text the model card, in Markdown
   * @return the package
   * @throws IllegalArgumentException if the manifest names a type that no label has
   */
  public ModelPackage describedAs(ModelManifest described, String text) {
    return new ModelPackage(
        config, labels, tokenizerJson, casing, weights, weightsDigest, described, text);
  }

  /**
   * The same tagger, for which sentences that are all in capitals, all small or headlines are
   * recased by a table before the network sees them. Weights are shared.
   *
   * @param table how words are usually written; empty for no recasing
   * @return the package
   */
  public ModelPackage withCasing(Optional<CasingTable> table) {
    return new ModelPackage(
        config, labels, tokenizerJson, table, weights, weightsDigest, manifest, card);
  }

  private static void requireKnown(LabelSet labels, List<String> types) {
    for (String type : types) {
      if (!labels.types().contains(type)) {
        throw new IllegalArgumentException(
            "no label has the type \"%s\"; the types are %s"
                .formatted(type, String.join(", ", labels.types())));
      }
    }
  }

  /**
   * What the network computes, as a digest: packages of the same sizes, vocabulary, casing table,
   * weights and activation ranges have the same, whatever their labels are called, they report or
   * say of themselves.
   *
   * @return SHA-256 in lower-case hexadecimal
   */
  public String networkDigest() {
    MessageDigest digest = MeasuringChannel.sha256();
    digest.update(config.toJson().toString().getBytes(StandardCharsets.UTF_8));
    digest.update(tokenizerJson.getBytes(StandardCharsets.UTF_8));
    digest.update(weightsDigest().getBytes(StandardCharsets.US_ASCII));
    casing.ifPresent(table -> digest.update(table.text().getBytes(StandardCharsets.UTF_8)));
    if (!manifest.activationRanges().isEmpty()) {
      digest.update(manifest.activationRanges().toString().getBytes(StandardCharsets.US_ASCII));
    }
    return MeasuringChannel.hex(digest);
  }

  /**
   * The weights as a digest, as they are stored.
   *
   * @return SHA-256 of the model.safetensors, in lower-case hexadecimal
   */
  public String weightsDigest() {
    if (weightsDigest == null) {
      try {
        weightsDigest =
            MeasuringChannel.measure(HuggingFaceFiles.weights(weights).content()).sha256();
      } catch (IOException e) {
        throw new UncheckedIOException("nothing is written", e);
      }
    }
    return weightsDigest;
  }

  /**
   * How the weights are stored.
   *
   * @return type of the classifier's weight, which stands for all in config.json
   */
  public DataType storage() {
    return weights.get(AlbertConfig.CLASSIFIER_WEIGHT).dataType();
  }

  /**
   * The sizes of the network.
   *
   * @return as in config.json
   */
  public AlbertConfig config() {
    return config;
  }

  /**
   * The labels.
   *
   * @return in order of the classifier's rows
   */
  public LabelSet labels() {
    return labels;
  }

  /**
   * The entity types that a tagger made of this package reports.
   *
   * @return all types of the labels, unless the package was narrowed; in order of the labels
   */
  public List<String> types() {
    List<String> narrowed = manifest.types();
    return narrowed.isEmpty()
        ? labels.types()
        : labels.types().stream().filter(narrowed::contains).toList();
  }

  /**
   * The vocabulary and how text is cut into pieces.
   *
   * @return the content of tokenizer.json
   */
  public String tokenizerJson() {
    return tokenizerJson;
  }

  /**
   * How words are usually written, for sentences whose case says nothing.
   *
   * @return the content of casing.txt; empty where sentences are tagged as they are written
   */
  public Optional<CasingTable> casing() {
    return casing;
  }

  /**
   * The weights as stored: call {@link WeightTensor#toF32()} before computing with one.
   *
   * @return by name, in the order of {@link AlbertConfig#parameterShapes(int)}, unmodifiable
   */
  public Map<String, WeightTensor> weights() {
    return weights;
  }

  /**
   * Language, settings, metrics and provenance.
   *
   * @return the manifest
   */
  public ModelManifest manifest() {
    return manifest;
  }

  /**
   * The model card.
   *
   * @return Markdown
   */
  public String card() {
    return card;
  }

  /** Equal when every part is, the weights bit for bit. */
  @Override
  public boolean equals(Object other) {
    return other instanceof ModelPackage that
        && config.equals(that.config)
        && labels.equals(that.labels)
        && tokenizerJson.equals(that.tokenizerJson)
        && casing.equals(that.casing)
        && manifest.equals(that.manifest)
        && card.equals(that.card)
        && weights.equals(that.weights);
  }

  @Override
  public int hashCode() {
    return Objects.hash(config, labels, manifest, card);
  }

  @Override
  public String toString() {
    return "ModelPackage[%s, %s, %s]".formatted(config, labels, manifest);
  }
}
