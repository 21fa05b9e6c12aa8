package io.github.albertner.cli;

import io.github.albertner.checkpoint.StagedFolder;
import io.github.albertner.plaintext.TextReader;
import io.github.albertner.vocabulary.Coverage;
import io.github.albertner.vocabulary.MadeVocabulary;
import io.github.albertner.vocabulary.Sampling;
import io.github.albertner.vocabulary.SpmTrain;
import io.github.albertner.vocabulary.VocabularyMaker;
import io.github.albertner.vocabulary.VocabularySettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a vocabulary from plain text. */
@Command(
    name = "vocabulary",
    description =
        "Makes a vocabulary from plain text with SentencePiece's own trainer, spm_train: a folder"
            + " with spiece.model, tokenizer.json, tokenizer_config.json and, where case differs,"
            + " casing.txt, for --vocabulary.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  ner vocabulary --text notes/ --output notes-vocabulary/",
      "  ner vocabulary --text 'text/*.txt.xz' --size 8000 --uncased --output small/",
      "  ner train --base-model random:small --vocabulary notes-vocabulary/ ...",
      "",
      "Of all text every n-th paragraph of each file is used, as it is and split into words; one in"
          + " a thousand is held out to judge the vocabulary by. The same text, options and version"
          + " of spm_train give the same files. docs/vocabulary.md says which size and case to"
          + " choose."
    })
final class VocabularyCommand implements Callable<Integer> {
  @Mixin private PlainTextArguments text;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      description = "Folder for the vocabulary.")
  private Path output;

  @Option(names = "--force", description = "Replace files in the folder if it exists.")
  private boolean force;

  @Option(
      names = "--size",
      paramLabel = "N",
      description = "Number of pieces. Default: ${DEFAULT-VALUE}.")
  private int size = VocabularySettings.DEFAULT_SIZE;

  @Option(
      names = "--uncased",
      description = "Take upper and lower case as the same. Default: they differ.")
  private boolean uncased;

  @Option(
      names = "--characters",
      paramLabel = "N",
      description =
          "Use at most about so many characters: every n-th paragraph with the smallest n that"
              + " does. Default: ${DEFAULT-VALUE}.")
  private long characters = 50_000_000;

  @Option(
      names = "--every",
      paramLabel = "N",
      description = "Use every n-th paragraph instead, without counting characters first.")
  private Integer every;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "Threads of spm_train. Part of the result, as it sums by thread. Default:"
              + " ${DEFAULT-VALUE}.")
  private int threads = VocabularySettings.DEFAULT_THREADS;

  @Option(
      names = "--spm-train",
      paramLabel = "FILE",
      description = "The program spm_train. Default: the one on PATH.")
  private Path spmTrain;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    VocabularySettings settings = new VocabularySettings(size, !uncased, threads);
    SpmTrain trainer = SpmTrain.find(Optional.ofNullable(spmTrain));
    StagedFolder.check(output, force);
    TextReader reader = text.open();
    MadeVocabulary made =
        make(new VocabularyMaker(trainer, settings, text.splitter()), reader, err);
    err.printf(
        Locale.ROOT,
        "made from %s: %,d paragraphs, %,d characters, of %,d and %,d%n",
        made.every() == 1 ? "every paragraph" : "one paragraph in " + made.every(),
        made.paragraphs(),
        made.characters(),
        reader.paragraphs(),
        reader.characters());
    sayReplaced(reader, err);
    err.printf("wrote %s%n", output);
    print(made.coverage(), spec.commandLine().getOut());
    return 0;
  }

  private MadeVocabulary make(VocabularyMaker maker, TextReader reader, PrintWriter err)
      throws IOException {
    try (ReadingProgress progress = new ReadingProgress(err)) {
      return maker.make(
          reader,
          every != null ? new Sampling(every) : counted(progress),
          output,
          force,
          read -> progress.reading("read", read),
          progress::line);
    }
  }

  private Sampling counted(ReadingProgress progress) throws IOException {
    try (TextReader reader = text.open()) {
      while (reader.read() != null) {
        progress.reading("count", reader);
      }
      return Sampling.atMost(reader.characters(), characters);
    }
  }

  static void sayReplaced(TextReader reader, PrintWriter err) {
    if (reader.replaced() > 0) {
      err.printf(
          Locale.ROOT,
          "note: characters read as U+FFFD, as their bytes are not in the encoding: %,d%n",
          reader.replaced());
    }
  }

  private void print(Coverage coverage, PrintWriter out) {
    if (coverage.words() == 0) {
      out.println("too little text to hold some out: nothing to judge the vocabulary by");
    } else {
      out.printf(
          Locale.ROOT,
          "held-out words    %,12d%n"
              + "pieces per word   %12.3f%n"
              + "one piece         %12.2f %% of words%n"
              + "<unk>             %12.4f %% of pieces%n"
              + "pieces that occur %,12d of %,d%n",
          coverage.words(),
          coverage.piecesPerWord(),
          100 * coverage.wholeShare(),
          100 * coverage.unknownShare(),
          coverage.used(),
          size);
    }
    out.flush();
  }
}
