package io.github.albertner.cli;

import io.github.albertner.checkpoint.CasingFile;
import io.github.albertner.modelpackage.ModelPackage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Gives a package a casing table, or takes it out. */
@Command(
    name = "casing",
    description =
        "Puts a casing table into a model package, by which sentences that are all in capitals, all"
            + " in small letters or headlines are recased; or takes it out. Weights stay as they"
            + " are.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  ner package casing --model old.bin --casing casing.txt --output new.bin",
      "  ner package casing --model new.bin --remove --output old.bin",
      "",
      "ner casing and ner vocabulary make the table. Packages of ner train have the one in the folder"
          + " of their base model already."
    })
final class PackageCasingCommand implements Callable<Integer> {
  @Option(
      names = "--model",
      required = true,
      paramLabel = "FILE",
      description = "Model package to change.")
  private Path file;

  @ArgGroup(multiplicity = "1")
  private Source source;

  @Mixin private PackageOutput output;

  @Spec private CommandSpec spec;

  /** Where the table comes from. */
  private static final class Source {
    @Option(
        names = "--casing",
        required = true,
        paramLabel = "FILE",
        description = "Casing table to put in, instead of one that is there.")
    private Path casing;

    @Option(
        names = "--remove",
        required = true,
        description = "Take the table out: sentences are tagged as they are written.")
    private boolean remove;
  }

  @Override
  public Integer call() throws IOException {
    output.check();
    ModelPackage model = ModelPackage.read(file);
    ModelPackage changed =
        model.withCasing(
            source.remove ? Optional.empty() : Optional.of(CasingFile.read(source.casing)));
    new ModelSaver().save(changed, output.file(), output.force());
    spec.commandLine().getErr().printf("wrote %s%n", output.file());
    return 0;
  }
}
