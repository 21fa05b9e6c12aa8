package io.github.albertner.cli;

import io.github.albertner.modelpackage.AtomicFile;
import io.github.albertner.modelpackage.ModelPackage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a package file for each entity type, for applications that load one per type. */
@Command(
    name = "split",
    description =
        "Writes one model file per entity type, for applications that load en-ner-person.bin,"
            + " en-ner-location.bin and so on.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example:",
      "  ner package split --model all.bin --output-dir models/",
      "",
      "Each file holds the whole tagger and reports one type; what all of them find is what the"
          + " whole package finds. In memory they share one copy of the weights. Characters of a"
          + " type that do not belong into a file name are written as %%2F."
    })
final class PackageSplitCommand implements Callable<Integer> {
  @Option(
      names = "--model",
      required = true,
      paramLabel = "FILE",
      description = "Model package to split.")
  private Path file;

  @Option(
      names = "--output-dir",
      required = true,
      paramLabel = "DIR",
      description = "Folder for the files; made if it does not exist.")
  private Path outputDir;

  @Option(
      names = "--prefix",
      paramLabel = "TEXT",
      description = "What file names begin with. Default: the package's language and -ner-.")
  private String prefix;

  @Option(
      names = "--types",
      split = ",",
      paramLabel = "TYPE",
      description = "Types to write files for. Default: all that the package reports.")
  private List<String> types;

  @Option(names = "--force", description = "Replace files that exist.")
  private boolean force;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    ModelPackage model = ModelPackage.read(file);
    Map<Path, ModelPackage> parts = new LinkedHashMap<>();
    new TypeFileNames(prefix == null ? model.manifest().language() + "-ner-" : prefix)
        .of(chosen(model))
        .forEach(
            (type, name) -> parts.put(outputDir.resolve(name), model.withTypes(List.of(type))));
    for (Path part : parts.keySet()) {
      checkFree(part);
    }
    if (Files.exists(outputDir) && !Files.isDirectory(outputDir)) {
      throw new IOException(outputDir + ": expected a folder, found a file");
    }
    Files.createDirectories(outputDir);
    for (Path part : parts.keySet()) {
      AtomicFile.checkWritable(part, force);
    }
    PrintWriter err = spec.commandLine().getErr();
    for (Map.Entry<Path, ModelPackage> part : parts.entrySet()) {
      part.getValue().write(part.getKey(), force);
      err.printf(
          Locale.ROOT,
          "wrote %s: %s, %,d bytes%n",
          part.getKey(),
          part.getValue().types().get(0),
          Files.size(part.getKey()));
    }
    return 0;
  }

  private List<String> chosen(ModelPackage model) {
    if (types == null) {
      return model.types();
    }
    for (String type : types) {
      if (!model.types().contains(type)) {
        throw new IllegalArgumentException(
            "--types: the package does not report \"%s\"; it reports %s"
                .formatted(type, String.join(", ", model.types())));
      }
    }
    return types.stream().distinct().toList();
  }

  /** Looks at all files before the first is written. */
  private void checkFree(Path part) throws IOException {
    if (!Files.exists(part, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (!force) {
      throw new FileAlreadyExistsException(part.toString());
    }
    if (Files.isSameFile(part, file)) {
      throw new IOException(
          part + ": is the package to split itself; choose another folder or --prefix");
    }
  }
}
