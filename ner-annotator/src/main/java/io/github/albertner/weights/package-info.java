/**
 * Weights as data: tensors by name, and the safetensors files that hold them.
 *
 * <p>A {@link io.github.albertner.weights.WeightTensor} is a name, a {@link
 * io.github.albertner.weights.DataType}, a shape and little-endian bytes that it does not copy.
 * {@link io.github.albertner.weights.Safetensors} reads a file by mapping it into memory and
 * handing out slices of the map, so a checkpoint of any size costs the heap almost nothing.
 *
 * <p>Traps. A file is untrusted: every length, offset, type and shape in its header is checked
 * before a slice is made, and an {@link io.github.albertner.weights.InvalidWeightsException} names
 * the file and the tensor. A map stays valid only while nobody truncates the file: writers replace
 * files by a move, never in place. Half-precision types are for storage; whoever computes calls
 * {@link io.github.albertner.weights.WeightTensor#toF32()} first.
 */
package io.github.albertner.weights;
