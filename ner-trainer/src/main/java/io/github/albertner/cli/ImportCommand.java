package io.github.albertner.cli;

import io.github.albertner.NamedEntity;
import io.github.albertner.NerPipeline;
import io.github.albertner.PipelineOptions;
import io.github.albertner.checkpoint.Checkpoint;
import io.github.albertner.checkpoint.HuggingFaceDirectory;
import io.github.albertner.label.TagScheme;
import io.github.albertner.modelpackage.InvalidModelException;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.weights.DataType;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a package of a Hugging Face token classifier. */
@Command(
    name = "import",
    description = "Makes a model package of a Hugging Face AlbertForTokenClassification folder.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  ner import --checkpoint albert-conll03/ --output conll03.bin",
      "  ner import --checkpoint my-tagger/ --labels O,B-PER,I-PER --output my.bin",
      "  ner import --checkpoint tagger/ --scheme-from news.txt --output tagger.bin",
      "",
      "The folder holds config.json with id2label; model.safetensors (or shards with an index) or"
          + " pytorch_model.bin; and tokenizer.json, spiece.model or vocab.txt, unless --vocabulary names one."
    })
final class ImportCommand implements Callable<Integer> {
  /** How weights are stored. */
  enum Storage {
    /** As they are. */
    KEEP,
    /** Four bytes each. */
    F32,
    /** Two bytes each. */
    F16
  }

  @Option(
      names = "--checkpoint",
      required = true,
      paramLabel = "DIR",
      description = "Folder to read.")
  private Path checkpoint;

  @Option(
      names = "--vocabulary",
      paramLabel = "DIR|FILE",
      description =
          "Folder of ner vocabulary, spiece.model, tokenizer.json or vocab.txt to use instead of the folder's own.")
  private Path vocabulary;

  @Mixin private PackageOutput output;

  @Option(
      names = "--labels",
      split = ",",
      paramLabel = "LABEL",
      description =
          "What the classifier's rows mean, in their order: O,B-PER,I-PER. For folders whose"
              + " config.json has none, or only LABEL_0 and so on.")
  private List<String> labels;

  /** How it is said what tags the classifier learned from. */
  private static final class Scheme {
    @Option(
        names = "--scheme",
        paramLabel = "SCHEME",
        description =
            "Tag scheme of the data that the classifier learned from: BIO, or IOB1, where entities"
                + " begin with I-. Default: what the labels tell, BIO if both could be.")
    private TagScheme given;

    @Option(
        names = "--scheme-from",
        paramLabel = "FILE",
        description =
            "Find the scheme out from what the classifier tags in this plain text, which ought to"
                + " hold some dozens of names.")
    private Path text;
  }

  @ArgGroup private Scheme scheme = new Scheme();

  @Option(
      names = "--language",
      paramLabel = "TAG",
      defaultValue = "und",
      description = "Language of the text, such as en, where the folder does not say.")
  private String language;

  @Option(
      names = "--storage",
      paramLabel = "TYPE",
      defaultValue = "keep",
      description = "Store weights as f32, as f16 (half the size), or keep them. Default: keep.")
  private Storage storage;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(checkpoint)) {
      throw new InvalidModelException(checkpoint + ": expected a folder with a checkpoint");
    }
    output.check();
    Checkpoint read =
        HuggingFaceDirectory.readTagger(
            checkpoint, Optional.ofNullable(vocabulary), Optional.ofNullable(labels));
    Instant now = Instant.now();
    ModelPackage model = read.toPackage(language, now);
    if (scheme.given != null) {
      model = inScheme(read, scheme.given).toPackage(language, now);
    } else if (scheme.text != null && model.labels().scheme() == TagScheme.BIO) {
      ModelPackage iob1 = inScheme(read, TagScheme.IOB1).toPackage(language, now);
      model = isSurer(iob1, model) ? iob1 : model;
    }
    if (storage != Storage.KEEP) {
      model = model.storedAs(DataType.valueOf(storage.name()));
    }
    model.write(output.file(), output.force());
    spec.commandLine()
        .getErr()
        .printf(
            Locale.ROOT,
            "wrote %s: types %s, scheme %s, %,d bytes%n",
            output.file(),
            String.join(", ", model.types()),
            model.labels().scheme(),
            Files.size(output.file()));
    return 0;
  }

  private static Checkpoint inScheme(Checkpoint read, TagScheme scheme) {
    return read.withLabels(read.labels().orElseThrow().withScheme(scheme));
  }

  /**
   * Whether the probabilities of what is found in the text have a greater sum when the labels are
   * read as IOB1. Read in the wrong scheme, entities are lost, or held up by labels that the
   * network thinks next to impossible.
   */
  private boolean isSurer(ModelPackage iob1, ModelPackage bio) throws IOException {
    double asIob1 = certainty(iob1);
    double asBio = certainty(bio);
    spec.commandLine()
        .getErr()
        .printf(
            Locale.ROOT,
            "%s: probabilities of entities sum up to %.2f with the labels read as IOB1, %.2f as"
                + " BIO%n",
            scheme.text,
            asIob1,
            asBio);
    if (Math.max(asIob1, asBio) < 1) {
      throw new IllegalArgumentException(
          "--scheme-from: expected a text with names, found none in " + scheme.text);
    }
    return asIob1 > asBio;
  }

  private double certainty(ModelPackage model) throws IOException {
    List<NamedEntity> found = new ArrayList<>();
    try (NerPipeline pipeline = NerPipeline.of(model, PipelineOptions.defaults());
        Reader text = Files.newBufferedReader(scheme.text)) {
      pipeline.find(text, found::add);
    }
    return found.stream().mapToDouble(NamedEntity::probability).sum();
  }
}
