package io.github.albertner.tune;

import java.util.Iterator;
import java.util.Optional;

/** The training of a trial, update by update; closing frees its network. */
interface TrialTraining extends Iterator<TrialProgress>, AutoCloseable {
  /** Returns the number of epochs planned. */
  int plannedEpochs();

  /** Once there is no next: why there is no tagger to keep, or nothing. */
  Optional<String> failure();

  @Override
  void close();
}
