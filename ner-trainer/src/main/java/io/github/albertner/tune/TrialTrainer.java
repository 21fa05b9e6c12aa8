package io.github.albertner.tune;

import java.io.IOException;
import java.util.Map;

/** Begins the training of trials. */
interface TrialTrainer {
  /**
   * Begins one.
   *
   * @param varied the settings that the search chose
   * @throws IllegalArgumentException if they contradict each other or the data
   * @throws IOException if the base model cannot be used
   */
  TrialTraining begin(Map<String, String> varied) throws IOException;
}
