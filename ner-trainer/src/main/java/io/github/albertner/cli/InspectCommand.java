package io.github.albertner.cli;

import com.google.gson.GsonBuilder;
import io.github.albertner.checkpoint.BaseModels;
import io.github.albertner.corpus.Corpus;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.inspect.CorpusInspection;
import io.github.albertner.inspect.CorpusPart;
import io.github.albertner.inspect.InspectionHtml;
import io.github.albertner.inspect.InspectionJson;
import io.github.albertner.inspect.InspectionText;
import io.github.albertner.inspect.ModelPieces;
import io.github.albertner.modelpackage.AtomicFile;
import io.github.albertner.modelpackage.ModelPackage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Looks at a corpus before a model is trained on it. */
@Command(
    name = "inspect",
    description =
        "Tells what annotated data are made of, and what in them is likely to spoil training or"
            + " scores.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  ner inspect --train train.conll --dev dev.conll --test test.conll",
      "  ner inspect --train train.conll --base-model albert-base-v2/ \\",
      "    --html corpus.html",
      "  ner inspect --train train.conll --test new.conll --model my.bin --strict",
      "",
      "Bad lines are counted and shown here, whatever else is wrong; other commands stop at the"
          + " first. Exit codes: 0 looked, 1 failed or, with --strict, errors found."
    })
final class InspectCommand implements Callable<Integer> {
  @Option(
      names = {"--train", "--data"},
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description = "Annotated sentences to learn from, or all there are.")
  private List<Path> train;

  @Option(
      names = "--dev",
      arity = "1..*",
      paramLabel = "FILE",
      description = "Annotated sentences to judge epochs by.")
  private List<Path> dev = List.of();

  @Option(
      names = "--test",
      arity = "1..*",
      paramLabel = "FILE",
      description = "Annotated sentences to judge the model by.")
  private List<Path> test = List.of();

  @Option(
      names = "--base-model",
      paramLabel = "DIR|random:SIZE",
      description =
          "Model to start from, for its vocabulary and window. Default: random:tiny, which has the"
              + " project's own vocabulary and windows of 512 positions, as all of random weights.")
  private String baseModel;

  @Option(
      names = "--model",
      paramLabel = "FILE",
      description = "Model package instead, for its vocabulary and window.")
  private Path model;

  @Option(
      names = "--vocabulary",
      paramLabel = "DIR|FILE",
      description =
          "Folder of ner vocabulary, spiece.model, tokenizer.json or vocab.txt instead of the base model's.")
  private Path vocabulary;

  @Option(names = "--html", paramLabel = "FILE", description = "Also write a page with plots.")
  private Path html;

  @Option(names = "--force", description = "Replace the page if it exists.")
  private boolean force;

  @Option(names = "--json", description = "Print JSON instead of text.")
  private boolean json;

  @Option(names = "--strict", description = "Exit with 1 if there are errors among the findings.")
  private boolean strict;

  @Mixin private CorpusArguments corpus;
  @Mixin private LabelMapArgument labelMap;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (model != null && (baseModel != null || vocabulary != null)) {
      throw new ParameterException(
          spec.commandLine(),
          "--model brings its own vocabulary and window; found it with "
              + (baseModel != null ? "--base-model" : "--vocabulary"));
    }
    if (html != null) {
      AtomicFile.checkWritable(html, force);
    }
    PrintWriter out = spec.commandLine().getOut();
    CorpusInspection inspection;
    ModelPieces pieces = pieces();
    inspection = CorpusInspection.of(read(), pieces);
    if (json) {
      out.println(
          new GsonBuilder()
              .setPrettyPrinting()
              .disableHtmlEscaping()
              .create()
              .toJson(InspectionJson.of(inspection)));
    } else {
      out.print(InspectionText.render(inspection));
    }
    out.flush();
    if (html != null) {
      byte[] page = InspectionHtml.render(inspection).getBytes(StandardCharsets.UTF_8);
      AtomicFile.write(html, force, to -> to.write(ByteBuffer.wrap(page)));
      spec.commandLine().getErr().println("wrote " + html);
    }
    return strict && inspection.hasErrors() ? 1 : 0;
  }

  private ModelPieces pieces() throws IOException {
    if (model != null) {
      return ModelPieces.of(model.toString(), ModelPackage.read(model));
    }
    String base = baseModel == null ? "random:tiny" : baseModel;
    String name =
        vocabulary != null
            ? vocabulary.toString()
            : baseModel == null ? "the project's own vocabulary" : baseModel;
    return ModelPieces.of(name, BaseModels.resolve(base, Optional.ofNullable(vocabulary), 1));
  }

  private List<CorpusPart> read() throws IOException {
    Map<String, List<Path>> files = new LinkedHashMap<>();
    files.put("train", train);
    files.put("dev", dev);
    files.put("test", test);
    files.values().removeIf(List::isEmpty);
    PrintWriter err = spec.commandLine().getErr();
    List<String> names = List.copyOf(files.keySet());
    List<Corpus> read = new ArrayList<>();
    for (List<Path> paths : files.values()) {
      read.add(corpus.readTolerantly(paths, err));
    }
    List<List<Sentence>> renamed = labelMap.apply(read.stream().map(Corpus::sentences).toList());
    List<CorpusPart> parts = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      parts.add(new CorpusPart(names.get(i), renamed.get(i), read.get(i).statistics()));
    }
    return parts;
  }
}
