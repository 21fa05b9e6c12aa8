/**
 * A training run as a whole: from a base model and sentences to a package, with checkpoints that it
 * can be taken up from.
 *
 * <p>{@link io.github.albertner.run.TrainingJob} is what the command line, OpenNLP's trainer and
 * Java callers share. It has {@link io.github.albertner.run.Trainer} make the best epoch and
 * finishes its package: activation ranges for int8, scores in each precision and on test data. The
 * trainer prepares the network, drives the training loop, tells a listener of every step, and packs
 * the best epoch. With a {@link io.github.albertner.run.RunDirectory} it also keeps two files up to
 * date, each replaced whole or not at all: {@code last.ckpt}, which holds all that the loop needs
 * to go on (weights, optimizer state, position, the best epoch's weights), and {@code best.bin},
 * the best epoch as a package that can be used at once.
 *
 * <p>Several trainings of one kind tell what is the model and what is chance: {@link
 * io.github.albertner.run.CrossValidation} trains on all folds of a corpus but one and judges on
 * that one, in turn; {@link io.github.albertner.run.SeedRuns} trains with several seeds. Each
 * model's network is freed, and all weights but those that are kept, before the next training
 * begins. Folds share most of their training data, so the deviation over folds is no standard error
 * of the mean.
 *
 * <p>Invariants: a run that was killed and resumed must give the same weights as one that was not,
 * bit for bit, on the same machine with the same number of threads; a checkpoint that cannot be
 * written must leave the one before in place, and the run must go on.
 */
package io.github.albertner.run;
