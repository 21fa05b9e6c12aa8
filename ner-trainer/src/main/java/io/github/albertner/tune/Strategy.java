package io.github.albertner.tune;

/** The order in which a search goes through its space. */
public enum Strategy {
  /** All combinations of listed values; the setting named last changes first. */
  GRID,
  /**
   * Each trial is drawn by itself (Bergstra and Bengio 2012, JMLR 13: better than a grid of as many
   * trials when some settings matter more than others). Where all values are listed, no combination
   * comes twice.
   */
  RANDOM
}
