/**
 * Data augmentation: training sentences changed a little, afresh each time that they are drawn.
 *
 * <p>Mention replacement after Dai and Adel, An Analysis of Simple Data Augmentation for Named
 * Entity Recognition (arXiv:2010.12683), and letter case as users write it. {@link
 * io.github.albertner.augment.Augmenter} applies them in the order of {@link
 * io.github.albertner.augment.Augmentation}, whatever is on. No input or output; the same random
 * numbers give the same sentence.
 *
 * <p>Invariants: entities of an augmented sentence must cover the words they covered or what
 * replaced them, in the same order and of the same types; no word may become empty; a sentence that
 * nothing changes must be the same object.
 */
package io.github.albertner.augment;
