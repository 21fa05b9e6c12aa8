package io.github.albertner.inference;

import io.github.albertner.label.LabelScores;
import io.github.albertner.network.AlbertConfig;
import io.github.albertner.network.PieceBatch;
import io.github.albertner.tokenize.Encoding;
import io.github.albertner.tokenize.SubwordTokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Scores every word of every sentence for every label. Thread-safe if the network function is.
 *
 * <p>It is given the network as a function, so that a network in training is run through the same
 * windows and batches as one in use.
 */
public final class TokenClassifier {
  /** Sentences whose windows are sorted together; bounds memory on endless input. */
  private static final int CHUNK_SENTENCES = 4096;

  private final SubwordTokenizer tokenizer;
  private final Function<PieceBatch, float[]> network;
  private final AlbertConfig config;
  private final int labels;
  private final Windower windower;
  private final Batcher batcher;

  /**
   * A classifier over a network.
   *
   * @param network from a batch to the logits of the rows read, W x L
   * @param labels L
   * @param batchPieces most pieces in one call of the network
   */
  public TokenClassifier(
      SubwordTokenizer tokenizer,
      AlbertConfig config,
      int labels,
      int batchPieces,
      Function<PieceBatch, float[]> network) {
    this.tokenizer = tokenizer;
    this.config = config;
    this.labels = labels;
    this.network = network;
    windower = new Windower(config.maxPositions());
    batcher = new Batcher(batchPieces);
  }

  /**
   * Scores sentences.
   *
   * @param sentences each with its neighbours, or alone; a sentence may be empty
   * @return for each sentence the scores of its words
   */
  public List<LabelScores> score(List<SentenceInContext> sentences) {
    List<LabelScores> scores = new ArrayList<>(sentences.size());
    for (int from = 0; from < sentences.size(); from += CHUNK_SENTENCES) {
      int to = Math.min(from + CHUNK_SENTENCES, sentences.size());
      scores.addAll(scoreChunk(sentences.subList(from, to)));
    }
    return scores;
  }

  private List<LabelScores> scoreChunk(List<SentenceInContext> sentences) {
    List<Job> jobs = new ArrayList<>();
    List<float[]> logits = new ArrayList<>(sentences.size());
    for (SentenceInContext sentence : sentences) {
      Encoding encoding = tokenizer.encode(sentence.words());
      float[] target = new float[sentence.size() * labels];
      logits.add(target);
      for (Window window :
          windower.windows(encoding, sentence.begin(), sentence.end(), sentence.contextPieces())) {
        jobs.add(
            new Job(encoding, window, target, (window.firstWord() - sentence.begin()) * labels));
      }
    }
    for (List<Job> batch : batcher.batches(jobs, job -> job.window.length())) {
      run(batch);
    }
    List<LabelScores> scores = new ArrayList<>(sentences.size());
    for (int s = 0; s < sentences.size(); s++) {
      scores.add(LabelScores.ofLogits(logits.get(s), sentences.get(s).size(), labels));
    }
    return scores;
  }

  private void run(List<Job> batch) {
    List<int[]> pieces = new ArrayList<>(batch.size());
    List<int[]> read = new ArrayList<>(batch.size());
    for (Job job : batch) {
      pieces.add(job.window.pieceIds(job.encoding, config.classId(), config.separatorId()));
      read.add(job.window.firstPieces(job.encoding));
    }
    float[] logits = network.apply(PieceBatch.of(pieces, read));
    int next = 0;
    for (Job job : batch) {
      int count = (job.window.endWord() - job.window.firstWord()) * labels;
      System.arraycopy(logits, next, job.logits, job.offset, count);
      next += count;
    }
  }

  /**
   * A window on its way through the network; its logits go into those of its sentence, from an
   * offset on.
   */
  private static final class Job {
    private final Encoding encoding;
    private final Window window;
    private final float[] logits;
    private final int offset;

    Job(Encoding encoding, Window window, float[] logits, int offset) {
      this.encoding = encoding;
      this.window = window;
      this.logits = logits;
      this.offset = offset;
    }
  }
}
