package io.github.albertner.train;

import ai.djl.Device;
import io.github.albertner.augment.Augmenter;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.evaluate.JudgedSentence;
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
import java.util.stream.IntStream;

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
  private final TrainingExamples examples;
  private final List<Integer> epochOrder = new ArrayList<>();
  private final DevelopmentSet development;
  private final TrainingNetwork network;
  private final TokenClassifier classifier;
  private final RateSchedule schedule;
  private final RunRandom random;
  private final int stepsPerEpoch;
  private final long totalSteps;

  private final float[] labelWeights;
  private final Stopwatch stopwatch;

  private long step;
  private double epochLoss;
  private double epochWeight;
  private BestEpoch best;
  private RunEnd end;

  /**
   * Prepares a run from its beginning.
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
    this(settings, config, labels, tokenizer, weights, training, development, new Stopwatch());
  }

  /** As above, with a stopwatch of its own for tests. */
  TrainingLoop(
      TrainingSettings settings,
      AlbertConfig config,
      LabelSet labels,
      SubwordTokenizer tokenizer,
      Map<String, WeightTensor> weights,
      List<Sentence> training,
      List<Sentence> development,
      Stopwatch stopwatch) {
    if (training.isEmpty() || development.isEmpty()) {
      throw new IllegalArgumentException(
          "expected sentences to learn from and to judge by, found %d and %d"
              .formatted(training.size(), development.size()));
    }
    this.settings = settings;
    this.stopwatch = stopwatch;
    this.tokenizer = tokenizer;
    random = new RunRandom(settings.seed());
    LabelAligner aligner =
        new LabelAligner(tokenizer, config, labels, settings.loss().pieceLabels());
    int contextPieces = settings.contextPieces();
    List<Integer> drawn = random.sample(training.size(), settings.limits().maxSamples());
    List<Sentence> learned = drawn.stream().map(training::get).toList();
    if (learned.stream().allMatch(sentence -> sentence.entities().isEmpty())) {
      throw new IllegalArgumentException(
          "the %d training sentences%s hold no entity: there is nothing to learn"
              .formatted(
                  learned.size(), learned.size() < training.size() ? " of --max-samples" : ""));
    }
    Augmenter augmenter = new Augmenter(settings.augmentation().probabilities(), learned);
    examples = new TrainingExamples(training, drawn, contextPieces, aligner, augmenter);
    this.development =
        new DevelopmentSet(development, contextPieces, aligner, new SpanDecoder(labels));
    stepsPerEpoch = (examples.size() + settings.batchSize() - 1) / settings.batchSize();
    totalSteps = (long) stepsPerEpoch * settings.epochs();
    schedule = RateSchedule.of(settings.rate(), totalSteps);
    labelWeights = settings.loss().labelWeights().values(labels, counts(labels.size()));
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
    if (!settings.loss().labelWeights().areEqual()) {
      network.weighLabels(labelWeights);
    }
    classifier =
        new TokenClassifier(
            tokenizer, config, labels.size(), EVALUATION_BATCH_PIECES, network::logits);
  }

  /** Returns the number of updates of the whole run. */
  public long totalSteps() {
    return totalSteps;
  }

  /** Returns the number of updates made, those before a resumption included. */
  public long step() {
    return step;
  }

  /** Returns the number of updates of an epoch. */
  public int stepsPerEpoch() {
    return stepsPerEpoch;
  }

  @Override
  public boolean hasNext() {
    return end == null;
  }

  /**
   * Makes one update; after the last of an epoch, and when time is up, judges the network.
   *
   * @throws TrainingCollapseException if the loss is not a number; {@link #best} remains
   */
  @Override
  public TrainingStep next() {
    if (!hasNext()) {
      throw new NoSuchElementException(
          "no more updates after %d of %d: %s".formatted(step, totalSteps, end.description()));
    }
    stopwatch.start();
    int epoch = (int) (step / stepsPerEpoch) + 1;
    int inEpoch = (int) (step % stepsPerEpoch);
    if (inEpoch == 0) {
      beginEpoch(epoch);
      epochLoss = 0;
      epochWeight = 0;
    }
    int from = inEpoch * settings.batchSize();
    TrainingExamples.Drawn drawn =
        examples.draw(
            epochOrder.subList(from, Math.min(from + settings.batchSize(), epochOrder.size())),
            random.ofAugmentation(step));
    List<LabelledWindow> batch = drawn.windows();
    double weight = batch.stream().mapToDouble(this::weight).sum();
    double loss = 0;
    Random ofStep = random.ofStep(step);
    network.seedDropout(random.dropoutSeed(step));
    for (List<LabelledWindow> part : parts(batch)) {
      loss +=
          network.accumulate(
              assemble(part, ofStep), 1.0 / weight, settings.loss().labelSmoothing());
    }
    double rate = schedule.rate(step);
    double norm =
        network.update(
            rate,
            settings.regularisation().maxGradientNorm(),
            settings.regularisation().weightDecay());
    step++;
    if (!Double.isFinite(loss) || !Double.isFinite(norm)) {
      end = RunEnd.COLLAPSE;
      throw TrainingCollapseException.notANumber(step, settings);
    }
    epochLoss += loss;
    epochWeight += weight;
    boolean timeIsUp = timeIsUp();
    Optional<EpochResult> result =
        inEpoch == stepsPerEpoch - 1 || timeIsUp ? Optional.of(judge(epoch)) : Optional.empty();
    end = endAfter(timeIsUp);
    return new TrainingStep(
        epoch,
        step,
        totalSteps,
        loss / weight,
        batch.stream().mapToInt(LabelledWindow::length).sum(),
        rate,
        norm,
        drawn.tally(),
        result);
  }

  /** Returns why there are no more updates; empty as long as there are. */
  public Optional<RunEnd> end() {
    return Optional.ofNullable(end);
  }

  /** Returns the best epoch so far, by development F1, then by validation loss. */
  public Optional<EpochResult> best() {
    return Optional.ofNullable(best).map(BestEpoch::result);
  }

  /**
   * Returns the weights of the best epoch.
   *
   * @throws IllegalStateException before the end of the first epoch
   */
  public Map<String, WeightTensor> bestWeights() {
    return kept().weights();
  }

  /**
   * Returns what the best epoch found in the development sentences, in their order.
   *
   * @throws IllegalStateException before the end of the first epoch
   */
  public List<JudgedSentence> bestPredictions() {
    return kept().predictions();
  }

  /** Returns where the run stands: a loop that is given this goes on as this one would. */
  public TrainingState state() {
    return new TrainingState(
        step,
        epochLoss,
        epochWeight,
        stopwatch.seconds(),
        network.state(),
        Optional.ofNullable(best)
            .map(
                kept ->
                    new TrainingState.Best(
                        kept.result().epoch(),
                        kept.result().step(),
                        kept.result().trainingLoss(),
                        kept.result().validationLoss(),
                        kept.weights())));
  }

  /**
   * Goes on where another loop of the same settings, start and data stood. Its best epoch is judged
   * again.
   *
   * @return whether that gave the same validation loss: if not, this machine computes otherwise
   *     than the one before, and the run will end with other weights
   * @throws IllegalStateException after the first update
   * @throws IllegalArgumentException if the state is of another network, or of a longer run
   */
  public boolean resume(TrainingState state) {
    if (step > 0) {
      throw new IllegalStateException("resume before the first update, not after " + step);
    }
    if (state.step() > totalSteps) {
      throw new IllegalArgumentException(
          "expected a run of at most %d updates, found one that has made %d"
              .formatted(totalSteps, state.step()));
    }
    boolean same = state.best().map(kept -> judgeAgain(kept, state.network())).orElse(true);
    network.restore(state.network());
    step = state.step();
    epochLoss = state.epochLoss();
    epochWeight = state.epochWeight();
    stopwatch.add(state.seconds());
    if (step < totalSteps && step % stepsPerEpoch > 0) {
      beginEpoch((int) (step / stepsPerEpoch) + 1);
    }
    end = step == 0 ? null : endAfter(timeIsUp());
    return same;
  }

  @Override
  public void close() {
    network.close();
  }

  private BestEpoch kept() {
    if (best == null) {
      throw new IllegalStateException("no epoch has ended yet");
    }
    return best;
  }

  private void beginEpoch(int epoch) {
    epochOrder.clear();
    IntStream.range(0, examples.size()).forEach(epochOrder::add);
    Collections.shuffle(epochOrder, random.ofEpoch(epoch - 1));
    if (!settings.freezing().groups().isEmpty()) {
      network.freeze(settings.freezing().during(epoch));
    }
  }

  private EpochResult judge(int epoch) {
    DevelopmentSet.Judgement judgement = development.judge(classifier);
    boolean better = best == null || best.isBeatenBy(judgement);
    EpochResult result =
        new EpochResult(
            epoch, step, epochLoss / epochWeight, judgement.loss(), judgement.scores(), better);
    if (better) {
      best = new BestEpoch(result, judgement.predictions(), network.weights());
    }
    return result;
  }

  private boolean judgeAgain(TrainingState.Best kept, NetworkState network) {
    this.network.restore(
        new NetworkState(
            kept.weights(), network.firstMoments(), network.secondMoments(), network.steps()));
    DevelopmentSet.Judgement judgement = development.judge(classifier);
    best =
        new BestEpoch(
            new EpochResult(
                kept.epoch(),
                kept.step(),
                kept.trainingLoss(),
                judgement.loss(),
                judgement.scores(),
                true),
            judgement.predictions(),
            kept.weights());
    return judgement.loss() == kept.validationLoss();
  }

  private boolean timeIsUp() {
    double minutes = settings.limits().maxMinutes();
    return minutes > 0 && stopwatch.seconds() >= 60 * minutes;
  }

  private RunEnd endAfter(boolean timeIsUp) {
    if (step == totalSteps) {
      return RunEnd.ALL_EPOCHS;
    }
    int patience = settings.limits().patience();
    boolean epochEnded = step % stepsPerEpoch == 0;
    if (patience > 0 && epochEnded && step / stepsPerEpoch - best.result().epoch() >= patience) {
      return RunEnd.EARLY_STOP;
    }
    return timeIsUp ? RunEnd.TIME_LIMIT : null;
  }

  private double weight(LabelledWindow window) {
    double weight = 0;
    for (int label : window.labels()) {
      weight += labelWeights[label];
    }
    return weight;
  }

  /** How many rows carry each label. */
  private long[] counts(int labels) {
    long[] counts = new long[labels];
    for (LabelledWindow window : examples.windows()) {
      for (int label : window.labels()) {
        counts[label]++;
      }
    }
    return counts;
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
      rows.add(window.labelledPieces());
      for (int label : window.labels()) {
        labels.add(label);
      }
    }
    return new LabelledBatch(PieceBatch.of(pieces, rows), labels);
  }
}
