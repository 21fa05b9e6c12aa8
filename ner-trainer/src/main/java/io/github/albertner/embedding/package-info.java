/**
 * Embeddings of a vocabulary's pieces from how often they occur near each other in plain text: a
 * start for a network that is better than chance and costs minutes.
 *
 * <pre>
 * text -> sentences of piece ids, on disk -> counts in a window, some rows at a time -> positive
 *   pointwise mutual information, sparse, on disk -> its largest singular vectors -> V x E
 * </pre>
 *
 * <p>Source: Levy, Goldberg, Dagan, "Improving Distributional Similarity with Lessons Learned from
 * Word Embeddings" (2015), whose advice the fixed choices follow: smoothed context distribution,
 * singular values to the power of a half; Halko, Martinsson, Tropp, "Finding Structure with
 * Randomness" (2011) for the singular vectors.
 *
 * <p>Memory is bounded by {@link io.github.albertner.embedding.EmbeddingSettings}, whatever the
 * text; what grows with it lies on disk. The same text, vocabulary, size, window and seed must give
 * the same bits, whatever the number of threads: counts are integers, and each row of a product is
 * summed by one thread in one order.
 */
package io.github.albertner.embedding;
