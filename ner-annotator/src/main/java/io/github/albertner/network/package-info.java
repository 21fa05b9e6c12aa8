/**
 * ALBERT as one TorchScript source, the archive it travels in, and the compiled network.
 *
 * <p>{@code AlbertConfig} holds the sizes and names every parameter. {@code AlbertProgram} writes
 * the source of the network for a configuration; {@code TorchScriptArchive} packs source and
 * weights into the zip that libtorch loads; {@code TaggerNetwork} is the loaded result, called with
 * a {@code PieceBatch}.
 *
 * <p>Letters used for shapes throughout: B sentences in the batch, T pieces of the longest of them,
 * N real pieces of the batch (padding not counted), E embedding size, H hidden size, A attention
 * heads, D size of one head (H / A), F feed-forward size, L labels.
 *
 * <p>Traps: two equal expressions in a script are merged into one value, so tensors that must be
 * distinct must be made by distinct expressions; libtorch's thread count is per calling thread; a
 * {@code PtSymbolBlock} does not keep its {@code Model} alive.
 */
package io.github.albertner.network;
