package io.github.albertner.run;

import io.github.albertner.checkpoint.BaseModels;
import io.github.albertner.checkpoint.LanguageModel;
import io.github.albertner.checkpoint.StartingPoint;
import io.github.albertner.pretrain.Evaluation;
import io.github.albertner.pretrain.PretrainingLoop;
import io.github.albertner.pretrain.PretrainingStep;
import io.github.albertner.report.LanguageModelCard;
import io.github.albertner.report.PretrainingRecorder;
import io.github.albertner.report.Provenance;
import io.github.albertner.report.RunFacts;
import io.github.albertner.shard.ShardedText;
import io.github.albertner.weights.DataType;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One run of pretraining, from a network that is ready to its model. */
final class PretrainingRun {
  private final PretrainingRequest request;
  private final LanguageModel start;
  private final RunIdentity identity;
  private final PretrainingLoop loop;
  private final PretrainingListener listener;
  private final RunFacts facts;
  private final KeptFile bestFile;
  private final KeptFile lastFile;
  private final KeptFile record;

  PretrainingRun(
      PretrainingRequest request,
      LanguageModel start,
      ShardedText.Counts counts,
      RunIdentity identity,
      PretrainingLoop loop,
      PretrainingListener listener)
      throws IOException {
    this.request = request;
    this.start = start;
    this.identity = identity;
    this.loop = loop;
    this.listener = listener;
    bestFile = new KeptFile("best model", listener::problem);
    lastFile = new KeptFile("checkpoint", listener::problem);
    record = new KeptFile("record of the run", listener::problem);
    Map<String, String> texts = new TreeMap<>();
    texts.put("data.text", Provenance.describe(request.text()));
    texts.put(
        "data.text.size",
        String.format(
            Locale.ROOT,
            "%,d paragraphs, %,d words, %,d pieces",
            counts.paragraphs(),
            counts.words(),
            counts.pieces()));
    texts.put(
        "data.held-out",
        request.heldOut().isEmpty()
            ? "%s of data.text".formatted(request.heldOutShare())
            : Provenance.describe(request.heldOut()));
    facts =
        new RunFacts(
            "Pretraining of " + start.origin(),
            request.settings().toMap(),
            Provenance.ofRun(start.origin(), texts, Instant.now()));
  }

  /**
   * Makes the updates.
   *
   * @param before updates made before
   * @return the best model; empty if the listener stopped the run
   */
  Optional<Pretrained> run(Checkpointing checkpoints, long before) throws IOException {
    RunDirectory directory = checkpoints.directory();
    if (before > 0) {
      lastFile.isThere(before);
    }
    try (PretrainingRecorder recorder =
        PretrainingRecorder.open(directory.folder(), facts, before)) {
      listener.prepared(loop.totalSteps(), before);
      while (loop.hasNext()) {
        if (listener.stopRequested()) {
          saveLast(directory);
          record.write(() -> recorder.end("stopped on request"), loop.step());
          return Optional.empty();
        }
        PretrainingStep step = loop.next();
        // Before the checkpoint: what is recorded of later updates is dropped when a run is
        // resumed.
        record.write(() -> recorder.add(step), step.step());
        listener.step(step);
        if (step.evaluation().filter(Evaluation::best).isPresent()) {
          bestFile.write(() -> write(directory), step.step());
        }
        if (checkpoints.isDueAfter(step.step()) || !loop.hasNext()) {
          saveLast(directory);
        }
      }
      record.write(() -> recorder.end("all updates done"), loop.step());
    }
    return Optional.of(best(directory));
  }

  private void saveLast(RunDirectory directory) {
    int total = Math.toIntExact(loop.totalSteps());
    lastFile.write(
        () -> directory.save(new PretrainingCheckpoint(identity, total, loop.state())),
        loop.step());
  }

  private void write(RunDirectory directory) throws IOException {
    current().write(directory.bestFolder(), card(loop.best().orElseThrow()), DataType.F32, true);
  }

  private LanguageModel current() {
    return start.withWeights(loop.weights()).withLayers(loop.layers());
  }

  /** The model in memory where it is the best, else the one on the disk. */
  private Pretrained best(RunDirectory directory) throws IOException {
    Evaluation best = loop.best().orElseThrow();
    LanguageModel model = best.step() == loop.step() ? current() : kept(directory.bestFolder());
    return new Pretrained(model, card(best), best);
  }

  private LanguageModel kept(Path folder) throws IOException {
    long seed = request.settings().seed(); // of no account: all weights are there
    return LanguageModel.start(StartingPoint.of(folder.toString()), seed).model();
  }

  private String card(Evaluation evaluation) {
    return LanguageModelCard.render(
        facts, evaluation, request.notes(), BaseModels.isRandom(request.start().baseModel()));
  }
}
