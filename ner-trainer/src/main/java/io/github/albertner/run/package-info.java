/**
 * A training run as a whole: from a base model and sentences to a package, with checkpoints that it
 * can be taken up from.
 *
 * <p>{@link io.github.albertner.run.Trainer} is what the command line, OpenNLP's trainer and Java
 * callers share. It prepares the network, drives the training loop, tells a listener of every step,
 * and packs the best epoch. With a {@link io.github.albertner.run.RunDirectory} it also keeps two
 * files up to date, each replaced whole or not at all: {@code last.ckpt}, which holds all that the
 * loop needs to go on (weights, optimizer state, position, the best epoch's weights), and {@code
 * best.bin}, the best epoch as a package that can be used at once.
 *
 * <p>Invariants: a run that was killed and resumed must give the same weights as one that was not,
 * bit for bit, on the same machine with the same number of threads; a checkpoint that cannot be
 * written must leave the one before in place, and the run must go on.
 */
package io.github.albertner.run;
