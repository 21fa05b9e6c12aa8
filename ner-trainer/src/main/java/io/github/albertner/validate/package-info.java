/**
 * Several trainings of one kind, to tell what is the model and what is chance: {@link
 * io.github.albertner.validate.CrossValidation} trains on all folds of a corpus but one and judges
 * on that one, in turn; {@link io.github.albertner.validate.SeedRuns} trains with several seeds.
 *
 * <p>How one model is trained is told from outside, so that a command line, checkpoints or a report
 * can stand beside it. Each model's network is freed, and all weights but those that are kept,
 * before the next training begins.
 *
 * <p>Traps. Folds share most of their training data, so that the deviation over folds is no
 * standard error of the mean; the interval of the pooled score speaks of the choice of sentences,
 * the deviation over seeds of the training's own chance.
 */
package io.github.albertner.validate;
