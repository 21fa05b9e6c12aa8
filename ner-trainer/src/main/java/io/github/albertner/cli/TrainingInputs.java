package io.github.albertner.cli;

import io.github.albertner.checkpoint.StartingPoint;
import io.github.albertner.corpus.Corpus;
import io.github.albertner.corpus.CorpusSplitter;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.evaluate.ScoredTokens;
import io.github.albertner.report.Provenance;
import io.github.albertner.run.TrainingData;
import io.github.albertner.train.TrainingSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is learned from, and where training starts. */
final class TrainingInputs {
  @Option(
      names = "--train",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description = "Annotated sentences to learn from.")
  private List<Path> train;

  @Option(
      names = "--dev",
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Annotated sentences to judge epochs by. Default: 15 %% of the training sentences.")
  private List<Path> dev = List.of();

  @Mixin private StartArguments start;
  @Mixin private CorpusArguments corpus;
  @Mixin private LabelMapArgument labelMap;

  /** Returns the base model as it was named. */
  String baseModel() {
    return start.baseModel();
  }

  /** Returns what training starts from. */
  StartingPoint start() {
    return start.start();
  }

  /** Returns the development files as they were named; none if they are split off. */
  List<Path> developmentFiles() {
    return dev;
  }

  /** Returns the renaming of entity types as it was written. */
  String labelMap() {
    return labelMap.text();
  }

  /** Takes the language of the model that is made, for texts whose language was not said. */
  void useLanguageOf(String model) {
    corpus.useLanguageOf(model);
  }

  /** Reads further sentences of the same kind; types that the map names need not be in them. */
  List<Sentence> read(List<Path> files, PrintWriter err) throws IOException {
    List<Sentence> read = corpus.readScored(files, err).sentences();
    return read.stream().map(labelMap.labels()::apply).toList();
  }

  /** The files that arguments mean. */
  List<Path> files(List<Path> arguments) throws IOException {
    return corpus.files(arguments);
  }

  /**
   * Reads the sentences, splits some off if there are none to judge by, and says what was found.
   */
  TrainingData readData(TrainingSettings settings, PrintWriter err) throws IOException {
    Corpus read = corpus.read(train, err);
    boolean contextOn = settings.contextPieces() > 0;
    if (contextOn) {
      sayDocuments(read, err);
    }
    if (!dev.isEmpty()) {
      Corpus development = corpus.readScored(dev, err);
      if (contextOn) {
        sayDocuments(development, err);
      }
      List<List<Sentence>> sets =
          labelMap.apply(List.of(read.sentences(), development.sentences()));
      sayTokens(sets.get(1), err);
      return new TrainingData(
          sets.get(0), sets.get(1), Provenance.ofData(corpus.files(train), corpus.files(dev)));
    }
    CorpusSplitter.Split split =
        CorpusSplitter.forDevelopment(CorpusSplitter.DEVELOPMENT_SHARE, settings.seed())
            .split(labelMap.apply(List.of(read.sentences())).get(0));
    err.printf(
        Locale.ROOT,
        "no --dev: %,d sentences to learn from, %,d to judge by, split by %s with seed %d%n",
        split.parts().get(0).size(),
        split.parts().get(1).size(),
        split.byDocument() ? "document" : "sentence",
        settings.seed());
    sayTokens(split.parts().get(1), err);
    if (contextOn && !split.byDocument()) {
      err.println(
          "note: neighbours that went to the other part are not seen; give --dev, or mark at least"
              + " 20 documents in the data");
    }
    return new TrainingData(
        split.parts().get(0),
        split.parts().get(1),
        Provenance.ofData(corpus.files(train), corpus.files(dev)));
  }

  /**
   * Says which tokens development scores are for, where files do not give them.
   *
   * @throws IllegalArgumentException if no entity can be found in these, so that no epoch could be
   *     better than another
   */
  private static void sayTokens(List<Sentence> development, PrintWriter err) {
    ScoredTokens tokens = ScoredTokens.of(development);
    if (tokens.areGiven()) {
      return;
    }
    err.print("development scores\n" + tokens.describe().indent(2));
    if (tokens.entities() > 0 && tokens.expressible() == 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "development data: expected entities that begin and end where tokens do, found none of"
                  + " %,d: no model could find them in raw text. Give tokens in the data, or judge"
                  + " epochs with --tokens gold",
              tokens.entities()));
    }
  }

  private static void sayDocuments(Corpus read, PrintWriter err) {
    if (EvaluateCommand.marksDocuments(read.statistics())) {
      err.printf(
          Locale.ROOT,
          "  %,d documents: context stays within each%n",
          read.statistics().documents());
    } else {
      err.println(
          "  note: the data mark no documents; the sentences before and after in a file serve as"
              + " context, which only helps if they belong together");
    }
  }
}
