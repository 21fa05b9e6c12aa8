/**
 * Checkpoints: where a tagger's weights come from, and the Hugging Face folder it can be turned
 * into.
 *
 * <p>{@link io.github.albertner.checkpoint.BaseModels} takes what the user names: a folder, read by
 * {@link io.github.albertner.checkpoint.HuggingFaceDirectory}, or random weights, made by {@link
 * io.github.albertner.checkpoint.RandomCheckpoint}. Both give a {@link
 * io.github.albertner.checkpoint.Checkpoint}: sizes, tokenizer, encoder weights, and for a token
 * classifier its labels and classifier. Without those the trainer asks for a new head.
 *
 * <pre>
 * folder -> config.json, tokenizer -> weight files -> canonical names -> checked shapes -> Checkpoint
 * </pre>
 *
 * <p>Weight files are safetensors, one or sharded with an index, or PyTorch's pickles. A pickle is
 * a program, so {@code TorchUnpickler} runs a closed list of its instructions, builds tensors and
 * dictionaries only, and refuses any other class by its name.
 *
 * <p>Invariant: reading what was written, and writing what was read, must give the same labels,
 * tokenizer, tensors and manifest, bit for bit.
 */
package io.github.albertner.checkpoint;
