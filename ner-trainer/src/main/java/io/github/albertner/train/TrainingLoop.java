package io.github.albertner.train;

import io.github.albertner.augment.Augmenter;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.evaluate.JudgedSentence;
import io.github.albertner.inference.BatchRunner;
import io.github.albertner.inference.SentenceEncoder;
import io.github.albertner.inference.TokenClassifier;
import io.github.albertner.label.LabelSet;
import io.github.albertner.label.SpanDecoder;
import io.github.albertner.network.AlbertConfig;
import io.github.albertner.network.Devices;
import io.github.albertner.optimize.Prefetch;
import io.github.albertner.optimize.RateSchedule;
import io.github.albertner.optimize.RunRandom;
import io.github.albertner.optimize.Stopwatch;
import io.github.albertner.weights.WeightTensor;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Fine-tunes a tagger, one update for each call of {@link #next}; does no input or output.
 *
 * <p>Not thread-safe; one loop at a time per process. Leaving the loop early loses nothing: {@link
 * #best} holds the best epoch so far.
 */
public final class TrainingLoop implements Iterator<TrainingStep>, AutoCloseable {
  private static final int EVALUATION_BATCH_PIECES = 4096;

  private final TrainingSettings settings;
  private final int stepsPerEpoch;
  private final Prefetch<StepBatch> batches;
  private final TrainingNetwork network;
  private final EpochJudge judge;
  private final RateSchedule schedule;
  private final RunRandom random;
  private final Stopwatch stopwatch;
  private final long totalSteps;

  private long step;
  private double epochLoss;
  private double epochWeight;
  private RunEnd end;

  /**
   * Prepares a run from its beginning.
   *
   * @param config sizes, and dropout rates where the settings have none
   * @param encoder of sentences, in training and in judging
   * @param weights to start from, the head included
   * @param training sentences to learn from, at least one
   * @param development sentences to judge epochs by, at least one
   */
  public TrainingLoop(
      TrainingSettings settings,
      AlbertConfig config,
      LabelSet labels,
      SentenceEncoder encoder,
      Map<String, WeightTensor> weights,
      List<Sentence> training,
      List<Sentence> development) {
    this(settings, config, labels, encoder, weights, training, development, new Stopwatch());
  }

  /** As above, with a stopwatch of its own for tests. */
  TrainingLoop(
      TrainingSettings settings,
      AlbertConfig config,
      LabelSet labels,
      SentenceEncoder encoder,
      Map<String, WeightTensor> weights,
      List<Sentence> training,
      List<Sentence> development,
      Stopwatch stopwatch) {
    if (training.isEmpty() || development.isEmpty()) {
      throw new IllegalArgumentException(
          "expected sentences to learn from and to judge by, found %s and %s"
              .formatted(training.size(), development.size()));
    }
    this.settings = settings;
    this.stopwatch = stopwatch;
    random = new RunRandom(settings.seed());
    LabelAligner aligner = new LabelAligner(encoder, config, labels);
    int contextPieces = settings.contextPieces();
    List<Integer> drawn = random.sample(training.size(), settings.limits().maxSamples());
    List<Sentence> learned = drawn.stream().map(training::get).toList();
    if (learned.stream().allMatch(sentence -> sentence.entities().isEmpty())) {
      throw new IllegalArgumentException(
          "the %s training sentences%s hold no entity: there is nothing to learn"
              .formatted(
                  learned.size(), learned.size() < training.size() ? " of --max-samples" : ""));
    }
    Augmenter augmenter = new Augmenter(settings.augmentation().probabilities(), learned);
    TrainingExamples examples =
        new TrainingExamples(training, drawn, contextPieces, aligner, augmenter);
    float[] labelWeights = settings.labelWeights().values(labels);
    TrainingBatches made =
        new TrainingBatches(settings, encoder.tokenizer(), examples, random, labelWeights);
    stepsPerEpoch = made.stepsPerEpoch();
    totalSteps = (long) stepsPerEpoch * settings.epochs();
    batches = new Prefetch<>(made::at, totalSteps);
    schedule = RateSchedule.of(settings.rate(), totalSteps);
    network =
        TrainingNetwork.start(
            settings.regularisation().dropout().isPresent()
                ? config.withDropout(settings.regularisation().dropout().getAsDouble())
                : config,
            labels.size(),
            weights,
            settings.precision(),
            Devices.device(settings.device()),
            settings.threads());
    if (!settings.labelWeights().areEqual()) {
      network.weighLabels(labelWeights);
    }
    judge =
        new EpochJudge(
            new DevelopmentSet(development, contextPieces, aligner, new SpanDecoder(labels)),
            new TokenClassifier(
                encoder,
                config,
                labels.size(),
                EVALUATION_BATCH_PIECES,
                BatchRunner.inOrder(network::logits)),
            network);
  }

  /** Returns the number of updates of the whole run. */
  public long totalSteps() {
    return totalSteps;
  }

  /** Returns the seconds of training so far, those before a resumption included. */
  public double seconds() {
    return stopwatch.seconds();
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
          "no more updates after %s of %s: %s".formatted(step, totalSteps, end.description()));
    }
    stopwatch.start();
    int epoch = (int) (step / stepsPerEpoch) + 1;
    int inEpoch = (int) (step % stepsPerEpoch);
    if (inEpoch == 0) {
      beginEpoch(epoch);
      epochLoss = 0;
      epochWeight = 0;
    }
    StepBatch batch = batches.take(step);
    double loss = 0;
    network.seedDropout(random.dropoutSeed(step));
    for (LabelledBatch part : batch.parts()) {
      loss += network.accumulate(part, 1.0 / batch.weight());
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
    epochWeight += batch.weight();
    boolean timeIsUp = timeIsUp();
    Optional<EpochResult> result =
        inEpoch == stepsPerEpoch - 1 || timeIsUp
            ? Optional.of(judge.judge(epoch, step, epochLoss / epochWeight))
            : Optional.empty();
    end = endAfter(timeIsUp);
    return new TrainingStep(
        epoch,
        step,
        totalSteps,
        loss / batch.weight(),
        batch.pieces(),
        rate,
        norm,
        batch.tally(),
        result);
  }

  /** Returns why there are no more updates; empty as long as there are. */
  public Optional<RunEnd> end() {
    return Optional.ofNullable(end);
  }

  /** Returns the best epoch so far, by development F1, then by validation loss. */
  public Optional<EpochResult> best() {
    return judge.best().map(BestEpoch::result);
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
        judge
            .best()
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
          "expected a run of at most %s updates, found one that has made %s"
              .formatted(totalSteps, state.step()));
    }
    boolean same = state.best().map(kept -> judge.judgeAgain(kept, state.network())).orElse(true);
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
    batches.close();
    network.close();
  }

  private BestEpoch kept() {
    return judge.best().orElseThrow(() -> new IllegalStateException("no epoch has ended yet"));
  }

  private void beginEpoch(int epoch) {
    if (!settings.freezing().groups().isEmpty()) {
      network.freeze(settings.freezing().during(epoch));
    }
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
    if (patience > 0 && epochEnded && step / stepsPerEpoch - kept().result().epoch() >= patience) {
      return RunEnd.EARLY_STOP;
    }
    return timeIsUp ? RunEnd.TIME_LIMIT : null;
  }
}
