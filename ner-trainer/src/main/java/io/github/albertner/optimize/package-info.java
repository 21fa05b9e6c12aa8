/**
 * A network in training, whatever its head: gradients, AdamW, the learning rate, and what makes a
 * run depend on its seed alone.
 *
 * <p>{@link io.github.albertner.optimize.LearningNetwork} is ALBERT's encoder with a {@link
 * io.github.albertner.optimize.Head}; training.torchscript is its script.
 */
package io.github.albertner.optimize;
