package io.github.albertner.cas;

import io.github.albertner.corpus.Corpora;
import io.github.albertner.corpus.Corpus;
import io.github.albertner.corpus.CorpusFormatException;
import io.github.albertner.corpus.CorpusInput;
import io.github.albertner.corpus.SentenceSource;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a pipeline annotated, beside what is right: two corpora with the same sentences and words.
 *
 * <p>Entities are compared by characters, whatever tokens the pipeline had: sentences and tokens
 * are those of the gold CASes; a token that a prediction's border lies in is cut there, sentences
 * that a prediction spans are joined, and a prediction in no sentence is a sentence of its own. So
 * a prediction is right only if its characters are just those of a gold entity, white space at its
 * ends apart, and each wrong one counts.
 *
 * @param gold what is right
 * @param predicted what was found, sentence by sentence
 */
public record CasPredictions(Corpus gold, Corpus predicted) {

  /**
   * Reads both sides. Files belong together that have the same name, or else the same name but for
   * the extension; one file each always belong together.
   *
   * @param goldPaths as {@link CasFiles#find} takes them; at least one
   * @param goldOptions how to read them
   * @param predictedPaths likewise; predictions for other files are not looked at
   * @param predictedOptions how to read them; predictions that are empty, without label or overlap
   *     are left out rather than their sentences if bad sentences are skipped
   * @return both, as many sentences with the same words
   * @throws CorpusFormatException as {@link CasCorpus#read}, or if texts differ
   * @throws NoSuchFileException if there is no prediction for a gold file
   * @throws IOException if a file cannot be read
   * @throws IllegalArgumentException if a type or feature that was named is not there
   */
  public static CasPredictions read(
      List<Path> goldPaths,
      CasOptions goldOptions,
      List<Path> predictedPaths,
      CasOptions predictedOptions)
      throws IOException {
    List<Path> gold = CasFiles.find(goldPaths);
    List<Path> predicted = matching(gold, CasFiles.find(predictedPaths));
    Function<PairedDocuments, SentenceSource> right = PairedDocuments::gold;
    return new CasPredictions(
        Corpora.readInputs(
            inputs(gold, gold, goldOptions, predicted, predictedOptions, right),
            goldOptions.skipBadSentences()),
        Corpora.readInputs(
            inputs(
                predicted,
                gold,
                goldOptions,
                predicted,
                predictedOptions,
                PairedDocuments::predicted),
            false));
  }

  private static List<CorpusInput> inputs(
      List<Path> shown,
      List<Path> gold,
      CasOptions goldOptions,
      List<Path> predicted,
      CasOptions predictedOptions,
      Function<PairedDocuments, SentenceSource> side)
      throws IOException {
    CasDocument.Reader goldReader = new CasDocument.Reader(gold, goldOptions);
    CasDocument.Reader predictedReader = new CasDocument.Reader(predicted, predictedOptions);
    List<CorpusInput> inputs = new ArrayList<>();
    for (int i = 0; i < gold.size(); i++) {
      Path one = gold.get(i);
      Path other = predicted.get(i);
      inputs.add(
          new CasCorpus.Input(
              shown.get(i),
              () ->
                  side.apply(
                      PairedDocuments.of(
                          goldReader.read(one),
                          goldOptions,
                          predictedReader.read(other),
                          predictedOptions))));
    }
    return inputs;
  }

  private static List<Path> matching(List<Path> gold, List<Path> predicted) throws IOException {
    if (gold.size() == 1 && predicted.size() == 1) {
      return predicted;
    }
    Map<String, Path> byName = new LinkedHashMap<>();
    Map<String, Path> byStem = new LinkedHashMap<>();
    for (Path file : predicted) {
      Path twin = byName.put(file.getFileName().toString(), file);
      if (twin != null) {
        throw new IllegalArgumentException(
            "expected predictions with different names, found " + twin + " and " + file);
      }
      byStem.put(stem(file), file);
    }
    List<Path> matching = new ArrayList<>();
    for (Path file : gold) {
      matching.add(
          Optional.ofNullable(byName.get(file.getFileName().toString()))
              .or(() -> Optional.ofNullable(byStem.get(stem(file))))
              .orElseThrow(
                  () ->
                      new NoSuchFileException(
                          file.toString(),
                          null,
                          "no prediction for this file: none of "
                              + predicted.size()
                              + " has its name")));
    }
    return matching;
  }

  private static String stem(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }
}
