package io.github.albertner.inference;

import io.github.albertner.label.LabelScores;
import io.github.albertner.network.AlbertConfig;
import io.github.albertner.network.PieceBatch;
import io.github.albertner.tokenize.Encoding;
import io.github.albertner.tokenize.SubwordTokenizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Scores every word of every sentence for every label. Thread-safe if what runs its batches is.
 *
 * <p>It is given what runs its batches, so that a network in training is run through the same
 * windows and batches as one in use.
 */
public final class TokenClassifier {
  /** Sentences whose windows are sorted together; bounds memory on endless input. */
  private static final int CHUNK_SENTENCES = 4096;

  private final SentenceEncoder encoder;
  private final BatchRunner network;
  private final AlbertConfig config;
  private final int labels;
  private final Windower windower;
  private final Batcher batcher;

  /**
   * A classifier over a network, of words as they are.
   *
   * @param labels L
   * @param batchPieces most pieces in a batch
   */
  public TokenClassifier(
      SubwordTokenizer tokenizer,
      AlbertConfig config,
      int labels,
      int batchPieces,
      BatchRunner network) {
    this(new SentenceEncoder(tokenizer), config, labels, batchPieces, network);
  }

  /**
   * A classifier over a network.
   *
   * @param encoder of sentences, as the network was trained with
   * @param labels L
   * @param batchPieces most pieces in a batch
   */
  public TokenClassifier(
      SentenceEncoder encoder,
      AlbertConfig config,
      int labels,
      int batchPieces,
      BatchRunner network) {
    this.encoder = encoder;
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
      Encoding encoding = encoder.encode(sentence);
      float[] target = new float[sentence.size() * labels];
      logits.add(target);
      for (Window window :
          windower.windows(encoding, sentence.begin(), sentence.end(), sentence.contextPieces())) {
        jobs.add(
            new Job(encoding, window, target, (window.firstWord() - sentence.begin()) * labels));
      }
    }
    List<List<Job>> batches = batcher.batches(jobs, job -> job.window.length(), network.atOnce());
    List<float[]> answers = network.runAll(batches.stream().map(this::pieces).toList());
    for (int b = 0; b < batches.size(); b++) {
      distribute(answers.get(b), batches.get(b));
    }
    List<LabelScores> scores = new ArrayList<>(sentences.size());
    for (int s = 0; s < sentences.size(); s++) {
      scores.add(LabelScores.ofLogits(logits.get(s), sentences.get(s).size(), labels));
    }
    return scores;
  }

  private PieceBatch pieces(List<Job> batch) {
    List<int[]> pieces = new ArrayList<>(batch.size());
    List<int[]> read = new ArrayList<>(batch.size());
    for (Job job : batch) {
      pieces.add(job.window.pieceIds(job.encoding, config.classId(), config.separatorId()));
      read.add(job.window.firstPieces(job.encoding));
    }
    return PieceBatch.of(pieces, read);
  }

  private void distribute(float[] logits, List<Job> batch) {
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
