package io.github.albertner.run;

import io.github.albertner.train.FineTuning;
import io.github.albertner.train.TrainingStep;
import java.util.List;

/** Told of what happens in a run, in its thread; every method may be left out. */
public interface RunListener {
  /** Hears nothing. */
  RunListener NONE = new RunListener() {};

  /**
   * The network is ready; no update is made yet.
   *
   * @param tuning the run, and where it starts from
   * @param step updates made before, 0 unless the run is resumed
   */
  default void prepared(FineTuning tuning, long step) {}

  /** An update was made. */
  default void step(TrainingStep step) {}

  /**
   * Something went wrong, and the run goes on: a checkpoint could not be written, or this machine
   * computes otherwise than the one before.
   *
   * @param message for people
   */
  default void problem(String message) {}

  /**
   * Something takes its time after the updates, or the maker of the model ought to know it.
   *
   * @param message for people
   */
  default void note(String message) {}

  /**
   * No more updates will be made.
   *
   * @param tuning the run, with its best epoch
   * @param reason in a few words
   */
  default void ended(FineTuning tuning, String reason) {}

  /** Whether the run is to end after this update, and keep what there is; asked between updates. */
  default boolean stopRequested() {
    return false;
  }

  /** One who tells several, in order, and ends the run when one of them asks for it. */
  static RunListener all(List<RunListener> listeners) {
    List<RunListener> told = List.copyOf(listeners);
    return new RunListener() {
      @Override
      public void prepared(FineTuning tuning, long step) {
        told.forEach(listener -> listener.prepared(tuning, step));
      }

      @Override
      public void step(TrainingStep step) {
        told.forEach(listener -> listener.step(step));
      }

      @Override
      public void problem(String message) {
        told.forEach(listener -> listener.problem(message));
      }

      @Override
      public void note(String message) {
        told.forEach(listener -> listener.note(message));
      }

      @Override
      public void ended(FineTuning tuning, String reason) {
        told.forEach(listener -> listener.ended(tuning, reason));
      }

      @Override
      public boolean stopRequested() {
        return told.stream().anyMatch(RunListener::stopRequested);
      }
    };
  }
}
