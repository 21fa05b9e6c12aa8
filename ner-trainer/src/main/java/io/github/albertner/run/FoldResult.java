package io.github.albertner.run;

import io.github.albertner.evaluate.Evaluation;
import io.github.albertner.train.EpochResult;

/**
 * What came of one fold.
 *
 * @param fold number of the fold that was judged, from 1
 * @param training sentences that were learned from
 * @param development sentences that epochs were judged by; none of the fold's own
 * @param test sentences of the fold
 * @param best the epoch that was chosen, by the development sentences
 * @param evaluation of the fold's sentences, without intervals
 */
public record FoldResult(
    int fold, int training, int development, int test, EpochResult best, Evaluation evaluation) {}
