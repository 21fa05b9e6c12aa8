/**
 * Fine-tuning: one loop that yields steps and does no input or output.
 *
 * <p>{@code LabelAligner} puts a label on the first piece of every word. {@code TrainingLoop} takes
 * labelled sentences, draws batches, drives {@code TrainingNetwork} (the network, its gradients and
 * AdamW, one TorchScript module) and judges every epoch on the development sentences with the
 * windows, decoding and scoring that use and evaluation have. The command line, OpenNLP's trainer
 * and Java callers all run this loop.
 *
 * <p>Invariants: the weights kept must be those of the best epoch by development F1; the same
 * settings, data, machine and thread count must give the same weights; a run whose loss is not a
 * number must stop.
 */
package io.github.albertner.train;
