package io.github.albertner.benchmark.peer;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import io.github.albertner.modelpackage.ModelPackage;
import java.util.Random;

/** Training steps of DJL, operation by operation: f32, its own AdamW, no dropout, no clipping. */
public final class EagerTraining implements AutoCloseable {
  private static final float RATE = 1e-5f;

  private final Engine engine = Engine.getEngine("PyTorch");
  private final NDManager manager = engine.newBaseManager();
  private final EagerAlbert network;
  private final Optimizer optimizer =
      Optimizer.adamW().optLearningRateTracker(Tracker.fixed(RATE)).build();
  private final int labels;
  private final int threads;
  private final NDArray pieces;
  private final NDArray targets;

  /**
   * Training on one batch of random pieces and labels.
   *
   * @param sentences B
   * @param length T, the same for all
   */
  public EagerTraining(ModelPackage model, int sentences, int length, int threads) {
    network = new EagerAlbert(model, manager);
    network.weights().values().forEach(weight -> weight.setRequiresGradient(true));
    labels = model.labels().size();
    this.threads = threads;
    Random random = new Random(1);
    int count = sentences * length;
    pieces =
        manager.create(
            random.longs(count, 0, model.config().vocabularySize()).toArray(),
            new Shape(sentences, length));
    targets = manager.create(random.longs(count, 0, labels).toArray(), new Shape(count, 1));
  }

  /** Makes one update and returns the loss before it. */
  public double step() {
    JniUtils.setNumThreads(threads);
    try (NDManager scope = manager.newSubManager();
        GradientCollector collector = engine.newGradientCollector()) {
      NDArray logits = network.logits(pieces, null).reshape(-1, labels);
      NDArray loss = logits.logSoftmax(-1).gather(targets, 1).mean().neg();
      collector.backward(loss);
      network
          .weights()
          .forEach(
              (name, weight) -> {
                try (NDArray gradient = weight.getGradient()) {
                  optimizer.update(name, weight, gradient);
                }
              });
      logits.attach(scope);
      loss.attach(scope);
      return loss.getFloat();
    }
  }

  @Override
  public void close() {
    manager.close();
  }
}
