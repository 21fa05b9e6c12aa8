/**
 * A GPU, ours beside PyTorch's own: what is measured here is written to a folder, where the Python
 * programs of {@code benchmarks/gpu} find the same weights and the same pieces.
 */
package io.github.albertner.benchmark.gpu;
