/**
 * Plain text of any total size, for what learns from text without annotations: vocabularies,
 * embeddings, pretraining.
 *
 * <pre>
 * files -> {@link io.github.albertner.plaintext.TextReader} -> {@link io.github.albertner.plaintext.Paragraph}
 *   -> {@link io.github.albertner.text.Splitter} -> sentences of words
 * </pre>
 *
 * <p>A line is a paragraph; a blank line, or the end of a file, ends a document. One paragraph is
 * in memory at a time. Sentences and words are those that a tagger will see of raw text.
 */
package io.github.albertner.plaintext;
