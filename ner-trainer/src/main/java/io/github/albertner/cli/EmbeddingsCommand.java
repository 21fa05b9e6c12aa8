package io.github.albertner.cli;

import io.github.albertner.embedding.EmbeddingMaker;
import io.github.albertner.embedding.EmbeddingSettings;
import io.github.albertner.embedding.PieceEmbeddings;
import io.github.albertner.modelpackage.AtomicFile;
import io.github.albertner.plaintext.TextReader;
import io.github.albertner.tokenize.SubwordTokenizer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes embeddings of a vocabulary's pieces from plain text. */
@Command(
    name = "embeddings",
    description =
        "Makes embeddings of a vocabulary's pieces from how often they occur near each other in"
            + " plain text: a start for --embeddings of ner train and ner pretrain.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  ner embeddings --text notes/ --vocabulary notes-vocabulary/ \\",
      "    --output notes.safetensors --show aspirin,pain",
      "  ner train --base-model random:small --vocabulary notes-vocabulary/ \\",
      "    --embeddings notes.safetensors ...",
      "",
      "What grows with the text lies on the disk of the output meanwhile: about twice its size. The"
          + " same text, vocabulary and options give the same file, whatever the number of threads."
          + " docs/vocabulary.md says how it is done and what it brings."
    })
final class EmbeddingsCommand implements Callable<Integer> {
  private static final int NEIGHBOURS = 8;

  @Mixin private PlainTextArguments text;

  @Option(
      names = "--vocabulary",
      required = true,
      paramLabel = "DIR|FILE",
      description =
          "Folder of ner vocabulary or of a model, spiece.model, tokenizer.json or vocab.txt.")
  private Path vocabulary;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "FILE",
      description = "Embeddings to write, .safetensors.")
  private Path output;

  @Option(names = "--force", description = "Replace the output if it exists.")
  private boolean force;

  @Option(
      names = "--size",
      paramLabel = "N",
      description =
          "Columns: the embedding size of the network that they are for. Default: ${DEFAULT-VALUE},"
              + " that of random:small, random:base and ALBERT.")
  private int size = EmbeddingSettings.DEFAULT_SIZE;

  @Option(
      names = "--window",
      paramLabel = "N",
      description =
          "Pieces to each side in the same sentence that count as near; the n-th weighs 1/n."
              + " Default: ${DEFAULT-VALUE}.")
  private int window = EmbeddingSettings.DEFAULT_WINDOW;

  @Option(
      names = "--show",
      split = ",",
      paramLabel = "WORD",
      description = "Print the nearest pieces of the first piece of these words.")
  private List<String> shown = List.of();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of what is random. Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Processor threads; each takes about 130 MB. Default: all processors.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    EmbeddingSettings settings = new EmbeddingSettings(size, window, seed, threads);
    AtomicFile.checkWritable(output, force);
    SubwordTokenizer tokenizer = SubwordTokenizer.fromFile(vocabulary);
    TextReader reader = text.open();
    PieceEmbeddings made =
        make(new EmbeddingMaker(settings, text.splitter()), reader, tokenizer, err);
    made.write(output, force, tokenizer.json(), facts(reader));
    err.printf(
        Locale.ROOT,
        "%,d paragraphs, %,d characters; %,d of %,d pieces occur, the others' rows are random%n",
        reader.paragraphs(),
        reader.characters(),
        made.found(),
        tokenizer.vocabularySize());
    VocabularyCommand.sayReplaced(reader, err);
    err.printf("wrote %s%n", output);
    show(made, tokenizer, spec.commandLine().getOut());
    return 0;
  }

  private PieceEmbeddings make(
      EmbeddingMaker maker, TextReader reader, SubwordTokenizer tokenizer, PrintWriter err)
      throws IOException {
    try (ReadingProgress progress = new ReadingProgress(err)) {
      return maker.make(reader, tokenizer, output, progress::advanced);
    }
  }

  private Map<String, String> facts(TextReader reader) {
    return Map.of(
        "text.characters",
        Long.toString(reader.characters()),
        "window",
        Integer.toString(window),
        "seed",
        Long.toString(seed));
  }

  private void show(PieceEmbeddings made, SubwordTokenizer tokenizer, PrintWriter out) {
    for (String word : shown) {
      int piece = tokenizer.encode(List.of(word)).pieceId(0);
      out.println(
          tokenizer.piece(piece)
              + ": "
              + made.nearest(piece, NEIGHBOURS).stream()
                  .map(
                      near ->
                          String.format(
                              Locale.ROOT, "%s %.2f", tokenizer.piece(near.piece()), near.cosine()))
                  .collect(Collectors.joining(", ")));
    }
    out.flush();
  }
}
