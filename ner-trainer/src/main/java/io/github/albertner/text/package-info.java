/**
 * Plain text of any total size, for what learns from text without annotations: vocabularies,
 * embeddings, pretraining.
 *
 * <pre>
 * files -> {@link io.github.albertner.text.TextReader} -> {@link io.github.albertner.text.Paragraph}
 *   -> {@link io.github.albertner.text.SentenceSplitter} -> sentences of words
 * </pre>
 *
 * <p>A line is a paragraph; a blank line, or the end of a file, ends a document. One paragraph is
 * in memory at a time. Sentences are found as {@code ner annotate} finds them, words by the rule in
 * {@link io.github.albertner.text.Words}, which cuts text as named-entity corpora are cut.
 */
package io.github.albertner.text;
