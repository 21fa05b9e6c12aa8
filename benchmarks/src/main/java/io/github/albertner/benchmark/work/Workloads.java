package io.github.albertner.benchmark.work;

import io.github.albertner.corpus.Corpora;
import io.github.albertner.corpus.CorpusOptions;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.tokenize.SubwordTokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** The sentences that are measured on. */
public final class Workloads {
  private static final long SEED = 17;
  private static final String WORD_BEGIN = "\u2581";

  private final Path corpora;

  /**
   * Workloads over corpora on disk.
   *
   * @param corpora folder that has wnut17 and ncbi-disease; where it lacks them, there is only
   *     generated text
   */
  public Workloads(Path corpora) {
    this.corpora = corpora;
  }

  /**
   * Returns sentences of mixed lengths: clinical notes, and those test corpora that are there, each
   * a sample of sentences.
   *
   * @param count sentences of each
   */
  public List<Workload> mixed(int count) throws IOException {
    List<Workload> workloads = new ArrayList<>();
    workloads.add(notes(count));
    corpus("wnut17 test", "wnut17/emerging.test.annotated", count).ifPresent(workloads::add);
    corpus("ncbi-disease test", "ncbi-disease/test.tsv", count).ifPresent(workloads::add);
    return workloads;
  }

  /** Returns sentences of generated clinical notes. */
  public Workload notes(int count) {
    return new Workload("clinical notes", ClinicalNotes.sentences(SEED, count));
  }

  /**
   * Returns a part of endless notes, of sentences of at most so many words.
   *
   * @param part which; each has other sentences
   */
  public static Workload part(int part, int count, int mostWords) {
    return new Workload(
        "part " + part,
        ClinicalNotes.sentences(SEED + part, count).stream()
            .map(sentence -> sentence.subList(0, Math.min(mostWords, sentence.size())))
            .toList());
  }

  private Optional<Workload> corpus(String name, String file, int count) throws IOException {
    Path path = corpora.resolve(file);
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    List<Sentence> all =
        new ArrayList<>(Corpora.read(List.of(path), CorpusOptions.DEFAULTS).sentences());
    Collections.shuffle(all, new Random(SEED));
    return Optional.of(new Workload(name, all.stream().map(Sentence::words).toList()).first(count));
  }

  /**
   * Returns sentences that are all of the same length.
   *
   * @param sentences B
   * @param pieces T, [CLS] and [SEP] included; each word is one piece
   */
  public static Workload uniform(SubwordTokenizer tokenizer, int sentences, int pieces) {
    List<String> words =
        IntStream.range(0, tokenizer.vocabularySize())
            .mapToObj(tokenizer::piece)
            .filter(piece -> piece.startsWith(WORD_BEGIN) && piece.length() > 1)
            .map(piece -> piece.substring(1))
            .filter(word -> tokenizer.pieces(word).length == 1)
            .toList();
    Random random = new Random(SEED);
    return new Workload(
        sentences + "x" + pieces,
        IntStream.range(0, sentences)
            .mapToObj(s -> random.ints(pieces - 2L, 0, words.size()).mapToObj(words::get).toList())
            .toList());
  }
}
