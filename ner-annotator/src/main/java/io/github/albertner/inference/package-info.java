/**
 * From words to label scores: windows, batches, the network.
 *
 * <p>A sentence is encoded ({@code tokenize}), cut into {@link
 * io.github.albertner.inference.Window}s where it is longer than the network's positions, and its
 * windows are put into batches with those of other sentences of like length. The scores of a word
 * are read at its first piece, in the one window that decides it, so nothing is truncated and no
 * word is scored twice.
 */
package io.github.albertner.inference;
