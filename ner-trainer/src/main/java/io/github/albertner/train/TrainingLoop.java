package io.github.albertner.train;

import ai.djl.Device;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.feature.LabelAligner;
import io.github.albertner.feature.LabelledWindow;
import io.github.albertner.inference.TokenClassifier;
import io.github.albertner.label.LabelSet;
import io.github.albertner.label.SpanDecoder;
import io.github.albertner.network.AlbertConfig;
import io.github.albertner.network.PieceBatch;
import io.github.albertner.tokenize.SubwordTokenizer;
import io.github.albertner.weights.WeightTensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Random;

/**
 * Fine-tunes a tagger, one update for each call of {@link #next}; does no input or output.
 *
 * <p>Not thread-safe; one loop at a time per process. Leaving the loop early loses nothing: {@link
 * #best} holds the best epoch so far.
 */
public final class TrainingLoop implements Iterator<TrainingStep>, AutoCloseable {
  private static final int EVALUATION_BATCH_PIECES = 4096;

  private final TrainingSettings settings;
  private final SubwordTokenizer tokenizer;
  private final List<LabelledWindow> windows = new ArrayList<>();
  private final List<LabelledWindow> epochOrder = new ArrayList<>();
  private final DevelopmentSet development;
  private final TrainingNetwork network;
  private final TokenClassifier classifier;
  private final RateSchedule schedule;
  private final RunRandom random;
  private final int stepsPerEpoch;
  private final long totalSteps;

  private long step;
  private double epochLoss;
  private long epochWords;
  private EpochResult bestResult;
  private Map<String, WeightTensor> bestWeights;

  /**
   * Prepares a run.
   *
   * @param config sizes, and dropout rates where the settings have none
   * @param weights to start from, the head included
   * @param training sentences to learn from, at least one
   * @param development sentences to judge epochs by, at least one
   */
  public TrainingLoop(
      TrainingSettings settings,
      AlbertConfig config,
      LabelSet labels,
      SubwordTokenizer tokenizer,
      Map<String, WeightTensor> weights,
      List<Sentence> training,
      List<Sentence> development) {
    if (training.isEmpty() || development.isEmpty()) {
      throw new IllegalArgumentException(
          "expected sentences to learn from and to judge by, found %d and %d"
              .formatted(training.size(), development.size()));
    }
    NotYet.refuse(settings);
    this.settings = settings;
    this.tokenizer = tokenizer;
    LabelAligner aligner = new LabelAligner(tokenizer, config, labels);
    training.forEach(sentence -> windows.addAll(aligner.windows(sentence)));
    this.development = new DevelopmentSet(development, aligner, new SpanDecoder(labels));
    stepsPerEpoch = (windows.size() + settings.batchSize() - 1) / settings.batchSize();
    totalSteps = (long) stepsPerEpoch * settings.epochs();
    schedule = RateSchedule.of(settings.rate(), totalSteps);
    random = new RunRandom(settings.seed());
    network =
        TrainingNetwork.start(
            settings.regularisation().dropout().isPresent()
                ? config.withDropout(settings.regularisation().dropout().getAsDouble())
                : config,
            labels.size(),
            weights,
            settings.precision(),
            Device.cpu(),
            settings.threads());
    classifier =
        new TokenClassifier(
            tokenizer, config, labels.size(), EVALUATION_BATCH_PIECES, network::logits);
  }

  /** Returns the number of updates of the whole run. */
  public long totalSteps() {
    return totalSteps;
  }

  @Override
  public boolean hasNext() {
    return step < totalSteps;
  }

  /**
   * Makes one update; after the last of an epoch, judges the network.
   *
   * @throws TrainingCollapseException if the loss is not a number; {@link #best} remains
   */
  @Override
  public TrainingStep next() {
    if (!hasNext()) {
      throw new NoSuchElementException("all " + totalSteps + " updates are made");
    }
    int inEpoch = (int) (step % stepsPerEpoch);
    if (inEpoch == 0) {
      epochOrder.clear();
      epochOrder.addAll(windows);
      Collections.shuffle(epochOrder, random.ofEpoch((int) (step / stepsPerEpoch)));
      epochLoss = 0;
      epochWords = 0;
    }
    int from = inEpoch * settings.batchSize();
    List<LabelledWindow> batch =
        epochOrder.subList(from, Math.min(from + settings.batchSize(), epochOrder.size()));
    int words = batch.stream().mapToInt(window -> window.labels().length).sum();
    double loss = 0;
    Random ofStep = random.ofStep(step);
    network.seedDropout(random.dropoutSeed(step));
    for (List<LabelledWindow> part : parts(batch)) {
      loss += network.accumulate(assemble(part, ofStep), 1.0 / words);
    }
    double rate = schedule.rate(step);
    double norm =
        network.update(
            rate,
            settings.regularisation().maxGradientNorm(),
            settings.regularisation().weightDecay());
    step++;
    if (!Double.isFinite(loss) || !Double.isFinite(norm)) {
      long failed = step;
      step = totalSteps;
      throw TrainingCollapseException.notANumber(failed, settings);
    }
    epochLoss += loss;
    epochWords += words;
    int epoch = (int) ((step - 1) / stepsPerEpoch) + 1;
    return new TrainingStep(
        epoch,
        step,
        totalSteps,
        loss / words,
        batch.stream().mapToInt(LabelledWindow::length).sum(),
        rate,
        norm,
        inEpoch == stepsPerEpoch - 1 ? Optional.of(endEpoch(epoch)) : Optional.empty());
  }

  /** Returns the best epoch so far, by development F1, then by validation loss. */
  public Optional<EpochResult> best() {
    return Optional.ofNullable(bestResult);
  }

  /**
   * Returns the weights of the best epoch.
   *
   * @throws IllegalStateException before the end of the first epoch
   */
  public Map<String, WeightTensor> bestWeights() {
    if (bestWeights == null) {
      throw new IllegalStateException("no epoch has ended yet");
    }
    return bestWeights;
  }

  @Override
  public void close() {
    network.close();
  }

  private EpochResult endEpoch(int epoch) {
    DevelopmentSet.Judgement judgement = development.judge(classifier);
    double f1 = judgement.scores().micro().f1();
    boolean best =
        bestResult == null
            || f1 > bestResult.scores().micro().f1()
            || (f1 == bestResult.scores().micro().f1()
                && judgement.loss() < bestResult.validationLoss());
    EpochResult result =
        new EpochResult(
            epoch, step, epochLoss / epochWords, judgement.loss(), judgement.scores(), best);
    if (best) {
      bestResult = result;
      bestWeights = network.weights();
    }
    return result;
  }

  private List<List<LabelledWindow>> parts(List<LabelledWindow> batch) {
    List<List<LabelledWindow>> parts = new ArrayList<>();
    int size = (batch.size() + settings.accumulation() - 1) / settings.accumulation();
    for (int from = 0; from < batch.size(); from += size) {
      parts.add(batch.subList(from, Math.min(from + size, batch.size())));
    }
    return parts;
  }

  private LabelledBatch assemble(List<LabelledWindow> part, Random ofStep) {
    List<int[]> pieces = new ArrayList<>();
    List<int[]> rows = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    for (LabelledWindow window : part) {
      pieces.add(
          settings.regularisation().wordDropout() > 0
              ? window.piecesWithHiddenWords(
                  settings.regularisation().wordDropout(), tokenizer.maskId(), ofStep)
              : window.pieces());
      rows.add(window.firstPieces());
      for (int label : window.labels()) {
        labels.add(label);
      }
    }
    return new LabelledBatch(PieceBatch.of(pieces, rows), labels);
  }
}
