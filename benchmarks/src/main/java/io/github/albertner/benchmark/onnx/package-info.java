/**
 * The tagger as an ONNX file, for ONNX Runtime and what stands on it.
 *
 * <p>{@code OnnxExport} writes the network of a package as a graph of standard operators, and of
 * ONNX Runtime's own where its optimizer would put them; {@code OnnxGraph} holds the messages.
 *
 * <p>Letters used for shapes: B sentences, T pieces of the longest, E embedding size, H hidden
 * size, A heads, D size of one head, F feed-forward size, L labels.
 */
package io.github.albertner.benchmark.onnx;
