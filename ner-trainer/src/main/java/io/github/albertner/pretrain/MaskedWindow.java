package io.github.albertner.pretrain;

/**
 * A window in which words are hidden.
 *
 * @param pieces ids, T; not copied
 * @param rows of the hidden pieces, ascending; not copied
 * @param targets what stood there; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // short-lived, and one of millions
record MaskedWindow(int[] pieces, int[] rows, int[] targets) {}
