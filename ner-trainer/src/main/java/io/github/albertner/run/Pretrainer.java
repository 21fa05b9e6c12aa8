package io.github.albertner.run;

import io.github.albertner.checkpoint.BaseModels;
import io.github.albertner.checkpoint.LanguageModel;
import io.github.albertner.modelpackage.InvalidModelException;
import io.github.albertner.pretrain.DivergedException;
import io.github.albertner.pretrain.PretrainingLoop;
import io.github.albertner.pretrain.PretrainingSettings;
import io.github.albertner.pretrain.SpeedTrial;
import io.github.albertner.shard.PieceSet;
import io.github.albertner.shard.ShardedText;
import io.github.albertner.shard.TextSharder;
import io.github.albertner.tokenize.SubwordTokenizer;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Pretrains encoders: one run at a time per process. */
public final class Pretrainer {
  private final PretrainingRequest request;
  private final PretrainingListener listener;
  private final Checkpointing checkpoints;

  private Pretrainer(
      PretrainingRequest request, PretrainingListener listener, Checkpointing checkpoints) {
    this.request = request;
    this.listener = listener;
    this.checkpoints = checkpoints;
  }

  /**
   * Pretrains; goes on where the directory's last checkpoint stood, if it has one.
   *
   * @param request what to pretrain
   * @param listener told of every step
   * @param checkpoints where and how often
   * @return the model with the lowest loss on held-out text; empty if the listener stopped the run,
   *     which can be taken up again
   * @throws InvalidModelException if the base model, vocabulary or embeddings cannot be used
   * @throws IOException if something cannot be read or written, or the checkpoint there is damaged
   *     or of another run; the message says which
   * @throws IllegalArgumentException if settings, text and model do not go together
   * @throws DivergedException if the loss is not a number
   */
  public static Optional<Pretrained> pretrain(
      PretrainingRequest request, PretrainingListener listener, Checkpointing checkpoints)
      throws IOException {
    PretrainingRequest here = request.withSettings(request.settings().onThisMachine());
    return new Pretrainer(here, listener, checkpoints).run();
  }

  private Optional<Pretrained> run() throws IOException {
    LanguageModel.Start read = read();
    SubwordTokenizer tokenizer = SubwordTokenizer.ofJson(read.model().tokenizerJson());
    Texts texts = texts(tokenizer);
    RunIdentity identity = RunIdentity.of(request.settings(), read.model(), texts.key());
    LanguageModel start =
        read.headIsFresh()
            ? read.model()
                .withStartingHead(texts.learned.frequencies(read.model().vocabularySize()))
            : read.model();
    Optional<PretrainingCheckpoint> checkpoint = checkpoint(identity);
    PretrainingSettings settings = withSteps(start, tokenizer, texts, checkpoint);
    checkpoints.directory().save(settings.toMap());
    try (PretrainingLoop loop =
        new PretrainingLoop(settings, start, tokenizer, texts.learned, texts.judged)) {
      listener.note(
          String.format(
              Locale.ROOT,
              "judged by %,d windows of held-out text with %,d hidden pieces",
              loop.heldOutWindows(),
              loop.heldOutRows()));
      checkpoint.ifPresent(kept -> loop.resume(kept.state()));
      return new PretrainingRun(
              request.withSettings(settings), start, texts.counts, identity, loop, listener)
          .run(checkpoints, loop.step());
    }
  }

  private LanguageModel.Start read() throws IOException {
    LanguageModel.Start start = LanguageModel.start(request.start(), request.settings().seed());
    LanguageModel model = start.model();
    listener.note(
        String.format(
            Locale.ROOT,
            "%s: %,d parameters%s",
            model.origin(),
            model.parameters(),
            start.headIsFresh() && !BaseModels.isRandom(request.start().baseModel())
                ? "; it has no masked-language head, so a fresh one is learned"
                : ""));
    return new LanguageModel.Start(model, start.headIsFresh());
  }

  /** What the run learns from and what it is judged by. */
  private record Texts(PieceSet learned, PieceSet judged, ShardedText.Counts counts, String key) {}

  private Texts texts(SubwordTokenizer tokenizer) throws IOException {
    TextSharder sharder =
        new TextSharder(
            tokenizer, request.encoding(), request.language(), request.settings().threads());
    boolean own = !request.heldOut().isEmpty();
    ShardedText text =
        sharder.shard(
            request.text(), own ? 0 : request.heldOutShare(), request.cache(), listener::encoding);
    ShardedText.Counts counts = text.counts();
    listener.note(
        String.format(
            Locale.ROOT,
            "%,d paragraphs, %,d sentences, %,d words, %,d pieces (%.3f %% unknown)",
            counts.paragraphs(),
            counts.sentences(),
            counts.words(),
            counts.pieces(),
            100.0 * counts.unknown() / Math.max(1, counts.pieces())));
    if (!own) {
      return new Texts(text.learned(), text.heldOut(), counts, text.key());
    }
    ShardedText judged = sharder.shard(request.heldOut(), 0, request.cache(), listener::encoding);
    return new Texts(text.learned(), judged.learned(), counts, text.key() + judged.key());
  }

  private Optional<PretrainingCheckpoint> checkpoint(RunIdentity identity) throws IOException {
    Optional<PretrainingCheckpoint> checkpoint = checkpoints.directory().pretrainingCheckpoint();
    if (checkpoint.isPresent()) {
      List<String> differences = checkpoint.get().identity().differences(identity);
      if (!differences.isEmpty()) {
        throw new IOException(
            "%s is of another run and cannot be resumed: %s"
                .formatted(checkpoints.directory().last(), String.join(", ", differences)));
      }
    }
    return checkpoint;
  }

  /** Works out how many updates the run has, where the settings say it otherwise. */
  private PretrainingSettings withSteps(
      LanguageModel start,
      SubwordTokenizer tokenizer,
      Texts texts,
      Optional<PretrainingCheckpoint> checkpoint) {
    PretrainingSettings settings = request.settings();
    if (settings.length().steps() > 0) {
      return settings;
    }
    if (settings.length().epochs() > 0) {
      double pieces = settings.length().epochs() * texts.learned.pieces();
      return settings.withSteps((long) Math.ceil(pieces / settings.piecesOfStep()));
    }
    if (checkpoint.isPresent()) {
      return settings.withSteps(checkpoint.get().totalSteps());
    }
    long steps =
        SpeedTrial.stepsIn(
            60 * settings.length().minutes(),
            settings,
            start,
            tokenizer,
            texts.learned,
            texts.judged);
    listener.note(
        String.format(
            Locale.ROOT,
            "%,d updates fit into %s minutes at the speed of now",
            steps,
            settings.length().minutes()));
    return settings.withSteps(steps);
  }
}
