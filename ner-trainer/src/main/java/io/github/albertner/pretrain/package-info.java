/**
 * Pretraining by masked words: an ALBERT learns a language, or the language of a field, from text
 * without annotations.
 *
 * <pre>
 * {@link io.github.albertner.shard.PieceSet} -> windows in random order -> words hidden -> batch
 *   -> {@link io.github.albertner.pretrain.PretrainingLoop} -> weights
 * </pre>
 *
 * <p>Windows are always full, so nothing is padded and attention needs no mask; only hidden pieces
 * go through the head. Invariants: what an update learns from must depend on seed and number of the
 * update alone; a loop resumed from a state must give the same weights as one that never stopped,
 * bit for bit, with the same number of threads on the same machine. Nothing here reads or writes
 * files but the pieces of the text.
 */
package io.github.albertner.pretrain;
