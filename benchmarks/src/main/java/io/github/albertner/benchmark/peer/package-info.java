/**
 * Ways to tag the same sentences with the same weights: ours, ONNX Runtime, OpenNLP's {@code
 * NameFinderDL}, and DJL operation by operation; and OpenNLP's {@code NameFinderME}, for scale.
 *
 * <p>Each is shown at its best: what it reads is prepared before, it searches no spans where that
 * costs it time, and where it takes batches they are sorted by length.
 */
package io.github.albertner.benchmark.peer;
