/**
 * Judges a tagger, by name: strict, conlleval, partial and type scores, what intervals they have,
 * and what OpenNLP's own name finder makes of the same data.
 *
 * <p>{@link io.github.albertner.evaluate.Evaluation} is the way in: gold sentences and predictions
 * become the scores of every {@link io.github.albertner.evaluate.ScoringMode}, with intervals from
 * a {@link io.github.albertner.evaluate.Bootstrap}, and apart for entities that the training data
 * have and others. How the predictions were made is not its business, so that ours, OpenNLP's and
 * those read from a file are all judged by one rule. Evaluations are shown as {@linkplain
 * io.github.albertner.evaluate.EvaluationTable tables}, as {@linkplain
 * io.github.albertner.evaluate.EvaluationJson JSON} or in {@linkplain
 * io.github.albertner.evaluate.ConllevalLayout conlleval's layout}; {@link
 * io.github.albertner.evaluate.ErrorAnalysis} says what is wrong, error by error. {@link
 * io.github.albertner.evaluate.EntityEvaluator} is strict scoring alone, sentence by sentence, for
 * a training run.
 *
 * <p>{@link io.github.albertner.evaluate.NameFinderBaseline} trains OpenNLP's own name finder on
 * the same data, or loads the models an application uses now, and has it judged the same way, so
 * that a score never stands alone. {@link io.github.albertner.evaluate.ComparedScores} puts both
 * side by side and says how much of their difference may be chance.
 *
 * <p>Traps. Scores of spans and scores of tags are different figures and must not be mixed. What
 * other tools call F1 differs in how they read illegal tags: some drop an orphan {@code I-},
 * conlleval and the readers of this project let it open an entity. OpenNLP's {@code FMeasure} gives
 * -1 where nothing is right; here that is 0.
 */
package io.github.albertner.evaluate;
