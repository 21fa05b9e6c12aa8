package io.github.albertner.benchmark.work;

import io.github.albertner.checkpoint.RandomCheckpoint;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.label.LabelSet;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.network.AlbertConfig;
import io.github.albertner.run.ActivationCalibration;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The sizes of network that are measured, with random weights: speed does not depend on them. */
public enum Size {
  /** E 64, H 128, 2 layers. */
  TINY(RandomCheckpoint.TINY),
  /** E 128, H 256, 4 layers. */
  SMALL(RandomCheckpoint.SMALL),
  /** The sizes of ALBERT base: E 128, H 768, 12 layers. */
  BASE(RandomCheckpoint.BASE);

  private static final LabelSet LABELS =
      LabelSet.bioOf(List.of("location", "miscellaneous", "organization", "person"));

  /** Few: that 8-bit integers are close is not what is measured here. */
  private static final int MEASURED = 8;

  private static final int LONGEST = 40;

  private final RandomCheckpoint checkpoint;

  Size(RandomCheckpoint checkpoint) {
    this.checkpoint = checkpoint;
  }

  /** Returns a package with nine labels and measured activation ranges; the same every time. */
  public ModelPackage model() throws IOException {
    ModelPackage model = checkpoint.create(1).withNewHead(LABELS, 2).toPackage("en", Instant.EPOCH);
    List<Sentence> measured =
        Workloads.part(0, MEASURED, LONGEST).sentences().stream()
            .map(words -> new Sentence(words, List.of(), false))
            .toList();
    return ActivationCalibration.of(model, measured, 1);
  }

  /** Returns the name of it as a base model of the trainer. */
  public String baseModel() {
    return "random:" + name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the floating-point operations that matrix products of a batch take, two for each
   * multiplication with its addition: linear layers on all pieces, and attention of every sentence
   * over its own.
   *
   * @param lengths pieces of each sentence
   */
  public static double operations(AlbertConfig config, int labels, List<Integer> lengths) {
    double h = config.hiddenSize();
    double layers = (double) config.layers() * config.innerLayers();
    double perPiece =
        config.embeddingSize() * h
            + layers * (4 * h * h + 2 * h * config.intermediateSize())
            + h * labels;
    double operations = 0;
    for (int length : lengths) {
      operations += 2 * length * (perPiece + layers * 2 * h * length);
    }
    return operations;
  }
}
