package io.github.albertner.pretrain;

import io.github.albertner.checkpoint.LanguageModel;
import io.github.albertner.network.AlbertConfig;
import io.github.albertner.network.Devices;
import io.github.albertner.optimize.Prefetch;
import io.github.albertner.optimize.RateSchedule;
import io.github.albertner.optimize.RunRandom;
import io.github.albertner.optimize.Stopwatch;
import io.github.albertner.shard.PieceSet;
import io.github.albertner.tokenize.SubwordTokenizer;
import io.github.albertner.weights.WeightTensor;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Pretrains an encoder by masked words, one update for each call of {@link #next}; writes nothing.
 *
 * <p>Not thread-safe; one loop at a time per process.
 */
public final class PretrainingLoop implements Iterator<PretrainingStep>, AutoCloseable {
  /** Most windows of held-out text that an evaluation guesses in. */
  public static final int HELD_OUT_WINDOWS = 1024;

  private final PretrainingSettings settings;
  private final int ownLayers;
  private final long windowsOfText;
  private final HeldOutText heldOut;
  private final Prefetch<StepWindows> batches;
  private final MaskedLanguageNetwork network;
  private final RateSchedule schedule;
  private final RunRandom random;
  private final Stopwatch stopwatch = new Stopwatch();

  private long step;
  private double lossSum;
  private long lossCount;
  private Evaluation best;

  /**
   * Prepares a run from its beginning.
   *
   * @param settings with a known number of updates
   * @param model to start from
   * @param tokenizer of the model
   * @param learned text to learn from
   * @param judged text to judge by
   * @throws IllegalArgumentException if a text is too short for the windows, or the windows too
   *     long for the model
   */
  public PretrainingLoop(
      PretrainingSettings settings,
      LanguageModel model,
      SubwordTokenizer tokenizer,
      PieceSet learned,
      PieceSet judged) {
    AlbertConfig config = model.config();
    int longest = settings.windows().largest();
    if (longest > config.maxPositions()) {
      throw new IllegalArgumentException(
          "windows are of %s pieces; expected at most the network's %s positions"
              .formatted(longest, config.maxPositions()));
    }
    if (settings.growLayers().isPresent() && config.groups() > 1) {
      throw new IllegalArgumentException(
          "grow-layers is for networks whose layers share all parameters; this one has %s groups"
              .formatted(config.groups()));
    }
    this.settings = settings;
    ownLayers = config.layers();
    random = new RunRandom(settings.seed());
    // The shortest: in longer ones stand positions that are learned late, and losses of all stages
    // are to be compared.
    heldOut =
        HeldOutText.of(
            judged, settings.windows().smallest(), HELD_OUT_WINDOWS, settings.masker(tokenizer));
    PretrainingBatches made = new PretrainingBatches(settings, tokenizer, learned, random);
    windowsOfText = made.order(0, settings.windows().stages().get(0).value()).perEpoch();
    schedule = RateSchedule.of(settings.rate(), settings.steps());
    network =
        MaskedLanguageNetwork.start(
            config.withDropout(settings.optimizer().dropout()),
            model.weights(),
            settings.precision(),
            Devices.device(settings.device()),
            settings.threads());
    batches = new Prefetch<>(made::at, settings.steps());
  }

  /** Returns the number of updates of the whole run. */
  public long totalSteps() {
    return settings.steps();
  }

  /** Returns the number of updates made, those before a resumption included. */
  public long step() {
    return step;
  }

  /** Returns the seconds of training so far, those before a resumption included. */
  public double seconds() {
    return stopwatch.seconds();
  }

  /** Returns the number of windows of held-out text. */
  public int heldOutWindows() {
    return heldOut.windows();
  }

  /** Returns the number of pieces hidden in them. */
  public int heldOutRows() {
    return heldOut.hidden();
  }

  @Override
  public boolean hasNext() {
    return step < settings.steps();
  }

  /**
   * Makes one update, and evaluates where that is due.
   *
   * @throws DivergedException if the loss is not a number
   */
  @Override
  public PretrainingStep next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no more updates after " + step);
    }
    stopwatch.start();
    StepWindows batch = batches.take(step);
    int layers = layers(step);
    network.setLayers(layers);
    network.seedDropout(random.dropoutSeed(step));
    double loss = network.accumulate(batch);
    double rate = schedule.rate(step);
    double norm =
        network.update(
            rate, settings.optimizer().maxGradientNorm(), settings.optimizer().weightDecay());
    step++;
    if (!Double.isFinite(loss) || !Double.isFinite(norm)) {
      throw new DivergedException(step, settings.rate());
    }
    lossSum += loss;
    lossCount++;
    return new PretrainingStep(
        step,
        settings.steps(),
        epochs(step),
        loss,
        batch.pieces(),
        batch.windowLength(),
        layers,
        rate,
        norm,
        step % settings.evaluateSteps() == 0 || !hasNext()
            ? Optional.of(evaluate())
            : Optional.empty());
  }

  private int layers(long atStep) {
    return settings
        .growLayers()
        .map(stages -> stages.valueAt(atStep, settings.steps()))
        .orElse(ownLayers);
  }

  /** Passes over the text, by the windows of the first stage's length. */
  private double epochs(long steps) {
    int length = settings.windows().stages().get(0).value();
    return (double) steps * settings.windowsOfStep(length) / windowsOfText;
  }

  private Evaluation evaluate() {
    HeldOutText.Judgement judgement = heldOut.judge(network);
    boolean better = best == null || judgement.loss() < best.loss();
    Evaluation evaluation =
        new Evaluation(step, lossSum / lossCount, judgement.loss(), judgement.accuracy(), better);
    if (better) {
      best = evaluation;
    }
    lossSum = 0;
    lossCount = 0;
    return evaluation;
  }

  /** Returns the evaluation with the lowest loss so far. */
  public Optional<Evaluation> best() {
    return Optional.ofNullable(best);
  }

  /** Returns a copy of the weights as they are, by name. */
  public Map<String, WeightTensor> weights() {
    return network.weights();
  }

  /** Returns the number of layers that the network has after the updates made. */
  public int layers() {
    return layers(Math.max(0, step - 1));
  }

  /** Returns where the run stands: a loop that is given this goes on as this one would. */
  public PretrainingState state() {
    return new PretrainingState(
        step, lossSum, lossCount, stopwatch.seconds(), network.state(), Optional.ofNullable(best));
  }

  /**
   * Goes on where another loop of the same settings, start and text stood.
   *
   * @throws IllegalStateException after the first update
   * @throws IllegalArgumentException if the state is of a longer run
   */
  public void resume(PretrainingState state) {
    if (step > 0) {
      throw new IllegalStateException("resume before the first update, not after " + step);
    }
    if (state.step() > settings.steps()) {
      throw new IllegalArgumentException(
          "expected a run of at most %s updates, found one that has made %s"
              .formatted(settings.steps(), state.step()));
    }
    network.restore(state.network());
    step = state.step();
    lossSum = state.lossSum();
    lossCount = state.lossCount();
    best = state.best().orElse(null);
    stopwatch.add(state.seconds());
  }

  @Override
  public void close() {
    batches.close();
    network.close();
  }
}
