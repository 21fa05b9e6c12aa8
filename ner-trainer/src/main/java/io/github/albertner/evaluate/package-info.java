/**
 * Judges a tagger: strict entity scores, token scores, and what OpenNLP's own name finder makes of
 * the same data.
 *
 * <p>{@link io.github.albertner.evaluate.EntityEvaluator} compares gold and predicted spans
 * sentence by sentence and sums up {@link io.github.albertner.evaluate.EntityScores}; how the
 * predictions were made is not its business, so that ours, OpenNLP's and those read from a file are
 * all judged by one rule. Scores are shown as a {@linkplain
 * io.github.albertner.evaluate.EntityScoresTable table} or as {@linkplain
 * io.github.albertner.evaluate.EntityScoresJson JSON}, and both name the rules.
 *
 * <p>{@link io.github.albertner.evaluate.NameFinderBaseline} trains OpenNLP's own name finder on
 * the same data, or loads the models an application uses now, and has it judged the same way, so
 * that a score never stands alone. {@link io.github.albertner.evaluate.EntityComparison} puts both
 * side by side, and {@link io.github.albertner.evaluate.PairedBootstrap} says how much of their
 * difference may be chance.
 *
 * <p>Traps. Scores of spans and scores of tags are different figures and must not be mixed. What
 * other tools call F1 differs in how they read illegal tags: some drop an orphan {@code I-},
 * conlleval and this project let it open an entity. OpenNLP's {@code FMeasure} gives -1 where
 * nothing is right; here that is 0.
 */
package io.github.albertner.evaluate;
