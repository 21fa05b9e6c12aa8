package io.github.albertner.benchmark.peer;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import io.github.albertner.benchmark.measure.Contender.Work;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.tokenize.SubwordTokenizer;
import java.io.IOException;
import java.util.List;

/** DJL called operation by operation, f32, in padded batches of a fixed number of sentences. */
public final class EagerTagger implements Peer {
  private final NDManager manager = Engine.getEngine("PyTorch").newBaseManager();
  private final SubwordTokenizer tokenizer;
  private final PaddedBatches batches;
  private final EagerAlbert network;
  private final int threads;

  /** A tagger of a package's weights. */
  public EagerTagger(ModelPackage model, int sentences, int threads) throws IOException {
    tokenizer = SubwordTokenizer.ofJson(model.tokenizerJson());
    batches = new PaddedBatches(tokenizer, model.config(), sentences);
    network = new EagerAlbert(model, manager);
    this.threads = threads;
  }

  @Override
  public Work tagging(List<List<String>> sentences) {
    return () -> {
      JniUtils.setNumThreads(threads);
      for (PaddedBatch batch : batches.of(sentences)) {
        try (NDManager scope = manager.newSubManager()) {
          Shape shape = new Shape(batch.sentences(), batch.length());
          NDArray pieces = scope.create(batch.pieces().array(), shape);
          NDArray mask = scope.create(batch.mask().array(), shape);
          network.logits(pieces, mask).argMax(-1).toLongArray();
        }
      }
    };
  }

  @Override
  public void close() {
    manager.close();
  }
}
