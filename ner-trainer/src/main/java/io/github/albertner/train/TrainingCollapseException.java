package io.github.albertner.train;

/** A run that cannot lead to a tagger; the message says what was seen and what to change. */
public final class TrainingCollapseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TrainingCollapseException(String message) {
    super(message);
  }

  static TrainingCollapseException notANumber(long step, TrainingSettings settings) {
    return new TrainingCollapseException(
        ("the loss is not a number at update %d: training diverged. Lower --learning-rate (it is"
                + " %s; larger ALBERT models want 5e-6 to 1e-5), raise --warmup (it is %s), or use"
                + " --precision f32")
            .formatted(step, settings.learningRate(), settings.warmup()));
  }

  /** Explains a tagger that gives every word the label O. */
  public static String allOutside(TrainingSettings settings) {
    return ("the tagger finds no entity in the development data: it has learned to answer O"
            + " everywhere. Raise --warmup (it is %s) or --batch-size (%d); with a pretrained base"
            + " model lower --learning-rate (it is %s; larger ALBERT models want 5e-6 to 1e-5),"
            + " with a random one raise it or train for more than %d epochs")
        .formatted(
            settings.warmup(), settings.batchSize(), settings.learningRate(), settings.epochs());
  }
}
