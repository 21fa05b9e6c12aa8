/**
 * Search for the settings that train the best tagger.
 *
 * <p>A {@link io.github.albertner.tune.SearchSpace} says which values a setting may take; a {@link
 * io.github.albertner.tune.TrialPlan} makes the settings of trial 1, 2, 3 ... of it, in a grid or
 * at random; {@link io.github.albertner.tune.Search} trains them one after the other, ends those
 * that fall behind ({@link io.github.albertner.tune.MedianRule}), and keeps what it learns in a
 * {@link io.github.albertner.tune.SearchDirectory}.
 *
 * <p>Invariants: the settings of a trial must depend on space, strategy, seed and its number alone,
 * so that a search can be taken up anywhere; a trial that has ended must be on the disk before the
 * next one starts; no more than one network may be in memory.
 */
package io.github.albertner.tune;
