/**
 * The model package: one file that is an OpenNLP model outside and a Hugging Face folder inside.
 *
 * <pre>
 * model.bin                      a zip, as OpenNLP's model classes read it
 *   manifest.properties          Component-Name=NameFinderME, the serializer class, language
 *   nameFinder.model             a zip again, stored
 *     ner.json                   manifest: format, settings, metrics, provenance, checksums; first
 *     config.json                network sizes and labels
 *     tokenizer.json             the vocabulary and how text is cut into pieces
 *     tokenizer_config.json      what transformers wants beside it
 *     special_tokens_map.json    likewise
 *     README.md                  the model card
 *     model.safetensors          the weights, stored, last
 * </pre>
 *
 * <p>{@link io.github.albertner.modelpackage.ModelPackage} is the content; it reads and writes the
 * file. A package holds data only: nothing in it is ever executed or deserialised into classes.
 *
 * <p>Invariants. The same content must give the same bytes: zip times are fixed and the time stamp
 * is the manifest's. A package that was read must be whole: every inner file's length and SHA-256
 * are checked, and names and shapes of the tensors must be those that config.json calls for. The
 * weights must be held once: they are streamed into one buffer outside the heap.
 *
 * <p>Traps. {@code ZipInputStream}, which OpenNLP uses, reads a stored entry only when its local
 * header states size and CRC, so both are computed in a pass before the one that writes. The reader
 * must see ner.json first (it has the checksums) and config.json before the weights (it bounds
 * their size).
 */
package io.github.albertner.modelpackage;
