package io.github.albertner.train;

import java.util.Locale;

/** A run that cannot lead to a tagger; the message says what was seen and what to change. */
public final class TrainingCollapseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With advice for people. */
  public TrainingCollapseException(String message) {
    super(message);
  }

  static TrainingCollapseException notANumber(long step, TrainingSettings settings) {
    return new TrainingCollapseException(
        ("the loss is not a number at update %s: training diverged. Lower --learning-rate (it is"
                + " %s; larger ALBERT models want 5e-6 to 1e-5), raise --warmup (it is %s), or use"
                + " --precision f32")
            .formatted(step, settings.rate().learningRate(), settings.rate().warmup()));
  }

  /**
   * Explains a tagger of no use: it gives every word the label O, or finds only what is not there.
   *
   * @param found number of entities that it finds in the development data, none of them right
   */
  public static String nothingRight(long found, TrainingSettings settings) {
    return ((found == 0
            ? "the tagger finds no entity in the development data: it has learned to answer O"
                + " everywhere"
            : String.format(
                Locale.ROOT,
                "none of the %,d entities that the tagger finds in the development data is right",
                found))
        + ". Raise --warmup (it is %s) or --batch-size (%s); with a pretrained base"
            .formatted(settings.rate().warmup(), settings.batchSize())
        + " model lower --learning-rate (it is %s; larger ALBERT models want 5e-6 to 1e-5),"
            .formatted(settings.rate().learningRate())
        + " with a random one raise it or train for more than %s epochs"
            .formatted(settings.epochs()));
  }
}
