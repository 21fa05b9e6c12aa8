package io.github.albertner.train;

import io.github.albertner.network.PieceBatch;
import io.github.albertner.optimize.RunRandom;
import io.github.albertner.tokenize.SubwordTokenizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The batches of a run. What a step learns from depends on the seed and on its number alone, so
 * steps may be asked for in any order. Not thread-safe.
 */
final class TrainingBatches {
  private final TrainingSettings settings;
  private final SubwordTokenizer tokenizer;
  private final TrainingExamples examples;
  private final RunRandom random;
  private final float[] labelWeights;

  private List<Integer> order = List.of();
  private int orderOf = -1;

  /**
   * The batches of some examples.
   *
   * @param labelWeights how much a row counts, by its label
   */
  TrainingBatches(
      TrainingSettings settings,
      SubwordTokenizer tokenizer,
      TrainingExamples examples,
      RunRandom random,
      float[] labelWeights) {
    this.settings = settings;
    this.tokenizer = tokenizer;
    this.examples = examples;
    this.random = random;
    this.labelWeights = labelWeights.clone();
  }

  /** Returns the number of steps of an epoch. */
  int stepsPerEpoch() {
    return ceiling(examples.size(), settings.batchSize());
  }

  /** Without a sum that a batch size near the largest number would overflow. */
  private static int ceiling(int dividend, int divisor) {
    return dividend / divisor + (dividend % divisor == 0 ? 0 : 1);
  }

  /**
   * Makes the batch of a step.
   *
   * @param step from 0
   */
  StepBatch at(long step) {
    List<Integer> order = order((int) (step / stepsPerEpoch()));
    int from = (int) (step % stepsPerEpoch()) * settings.batchSize();
    TrainingExamples.Drawn drawn =
        examples.draw(
            order.subList(from, from + Math.min(settings.batchSize(), order.size() - from)),
            random.ofAugmentation(step));
    List<LabelledWindow> windows = drawn.windows();
    Random ofStep = random.ofStep(step);
    List<LabelledBatch> parts = new ArrayList<>();
    int size = ceiling(windows.size(), settings.accumulation());
    for (int begin = 0; begin < windows.size(); begin += size) {
      parts.add(
          assemble(windows.subList(begin, begin + Math.min(size, windows.size() - begin)), ofStep));
    }
    return new StepBatch(
        parts,
        windows.stream().mapToDouble(this::weight).sum(),
        windows.stream().mapToInt(LabelledWindow::length).sum(),
        drawn.tally());
  }

  private List<Integer> order(int epoch) {
    if (orderOf != epoch) {
      order = new ArrayList<>(IntStream.range(0, examples.size()).boxed().toList());
      Collections.shuffle(order, random.ofEpoch(epoch));
      orderOf = epoch;
    }
    return order;
  }

  private LabelledBatch assemble(List<LabelledWindow> part, Random ofStep) {
    double wordDropout = settings.regularisation().wordDropout();
    List<int[]> pieces = new ArrayList<>();
    List<int[]> rows = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    for (LabelledWindow window : part) {
      pieces.add(
          wordDropout > 0
              ? window.piecesWithHiddenWords(wordDropout, tokenizer.maskId(), ofStep)
              : window.pieces());
      rows.add(window.labelledPieces());
      for (int label : window.labels()) {
        labels.add(label);
      }
    }
    return new LabelledBatch(PieceBatch.of(pieces, rows), labels);
  }

  private double weight(LabelledWindow window) {
    double weight = 0;
    for (int label : window.labels()) {
      weight += labelWeights[label];
    }
    return weight;
  }
}
