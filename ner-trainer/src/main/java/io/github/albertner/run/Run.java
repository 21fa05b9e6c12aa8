package io.github.albertner.run;

import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.report.TrainedPackage;
import io.github.albertner.train.EpochResult;
import io.github.albertner.train.FineTuning;
import io.github.albertner.train.RunEnd;
import io.github.albertner.train.TrainingCollapseException;
import io.github.albertner.train.TrainingLoop;
import io.github.albertner.train.TrainingState;
import io.github.albertner.train.TrainingStep;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One run, from a network that is ready to its package. */
final class Run {
  private static final String STOPPED = "stopped on request";

  private final TrainingRequest request;
  private final TrainingData data;
  private final FineTuning tuning;
  private final TrainingLoop loop;
  private final RunListener listener;
  private final Optional<Checkpointing> checkpoints;
  private final RunIdentity identity;
  private final Instant started = Instant.now();
  private final KeptFile bestFile;
  private final KeptFile lastFile;

  Run(
      TrainingRequest request,
      TrainingData data,
      FineTuning tuning,
      RunListener listener,
      Optional<Checkpointing> checkpoints) {
    this.request = request;
    this.data = data;
    this.tuning = tuning;
    this.listener = listener;
    this.checkpoints = checkpoints;
    loop = tuning.loop();
    bestFile = new KeptFile("best epoch", listener::problem);
    lastFile = new KeptFile("checkpoint", listener::problem);
    identity = RunIdentity.of(request, data, tuning);
  }

  TrainedModel train() throws IOException {
    long before = begin();
    try (RunRecord record = RunRecord.open(checkpoints, data, tuning, before, listener)) {
      listener.prepared(tuning, before);
      boolean stopped = runLoop(record);
      String end = stopped ? STOPPED : loop.end().map(RunEnd::description).orElseThrow();
      record.end(end);
      listener.ended(tuning, end);
      EpochResult best = usefulBest(stopped);
      return new TrainedModel(
          pack(best, record), best, loop.bestPredictions(), end, Optional.empty());
    }
  }

  /** Takes the run up again where there is a checkpoint; returns the updates made before. */
  private long begin() throws IOException {
    if (checkpoints.isEmpty()) {
      return 0;
    }
    RunDirectory directory = checkpoints.get().directory();
    Optional<RunCheckpoint> checkpoint = directory.checkpoint();
    if (checkpoint.isEmpty()) {
      directory.save(request.settings().toMap());
      return 0;
    }
    List<String> differences = checkpoint.get().identity().differences(identity);
    if (!differences.isEmpty()) {
      throw new IOException(
          "%s is of another run and cannot be resumed: %s"
              .formatted(directory.last(), String.join(", ", differences)));
    }
    TrainingState state = checkpoint.get().state();
    lastFile.isThere(state.step());
    if (!loop.resume(state)) {
      listener.problem(
          "this machine computes otherwise than the one that wrote the checkpoint: the run goes on,"
              + " and ends with other weights than it would have there");
    }
    return state.step();
  }

  /** Makes the updates; returns whether the listener stopped them. */
  private boolean runLoop(RunRecord record) {
    while (loop.hasNext()) {
      if (listener.stopRequested()) {
        checkpoints.ifPresent(this::saveLast);
        return true;
      }
      TrainingStep step;
      try {
        step = loop.next();
      } catch (TrainingCollapseException e) {
        if (loop.best().filter(EpochResult::isUseful).isEmpty()) {
          throw e;
        }
        listener.problem("the best epoch is kept: " + e.getMessage());
        return false;
      }
      // Before the checkpoint: what is recorded of later updates is dropped when a run is resumed.
      record.add(step);
      listener.step(step);
      checkpoints.ifPresent(kept -> save(kept, step, record));
    }
    return false;
  }

  private void save(Checkpointing kept, TrainingStep step, RunRecord record) {
    Optional<EpochResult> best = step.epochResult().filter(EpochResult::best);
    if (best.filter(EpochResult::isUseful).isPresent()) {
      bestFile.write(() -> kept.directory().saveBest(pack(best.get(), record)), step.step());
    }
    if (step.epochResult().isPresent() || kept.isDueAfter(step.step())) {
      saveLast(kept);
    }
  }

  private void saveLast(Checkpointing kept) {
    lastFile.write(
        () -> kept.directory().save(new RunCheckpoint(identity, loop.state())), loop.step());
  }

  private EpochResult usefulBest(boolean stopped) throws IOException {
    Optional<EpochResult> best = loop.best();
    if (best.filter(EpochResult::isUseful).isPresent()) {
      return best.get();
    }
    if (stopped) {
      throw new IOException("stopped before an epoch found anything right: nothing to keep");
    }
    if (loop.end().filter(end -> end == RunEnd.TIME_LIMIT).isPresent()) {
      throw new IOException(
          "the time was up before an epoch found anything right: nothing to keep; expected more"
              + " --max-minutes than "
              + request.settings().limits().maxMinutes());
    }
    throw new TrainingCollapseException(
        TrainingCollapseException.nothingRight(
            best.orElseThrow().scores().micro().predicted(), request.settings()));
  }

  private ModelPackage pack(EpochResult best, RunRecord record) {
    return TrainedPackage.of(
            tuning,
            request.settings(),
            best,
            record.epochs(),
            request.notes(),
            data.provenance(),
            started,
            loop.seconds())
        .storedAs(request.storage());
  }
}
