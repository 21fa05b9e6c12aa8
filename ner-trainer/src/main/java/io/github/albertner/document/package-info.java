/**
 * Documents: text in, sentences and tokens with their offsets, entities, and the formats they are
 * shown in.
 *
 * <p>An input is read as {@link io.github.albertner.document.Passage}s, one after the other, so
 * that it may be larger than memory or have no end. A passage is a stretch of the input, nothing
 * left out: the texts of all passages, put together, are the input. {@link
 * io.github.albertner.document.RawTextReader} makes one of each paragraph and finds sentences and
 * tokens with OpenNLP's models; {@link io.github.albertner.document.TokenizedReader} makes one of
 * each line and takes what white space separates. {@link io.github.albertner.document.Annotator}
 * has a tagger find the entities of some passages at a time and hands them to an {@link
 * io.github.albertner.document.AnnotationWriter}.
 *
 * <h2>Offsets</h2>
 *
 * <p>All ranges are half-open. Within a passage they count UTF-16 units, as Java's strings do
 * ({@link io.github.albertner.document.CharRange}); within the input they count both UTF-16 units
 * and code points ({@link io.github.albertner.document.TextOffset}), since Python and others count
 * those. Both count from the first character after a byte order mark, and line ends stay as they
 * are in the input: CR LF is two characters. The text of an entity is always what lies between its
 * offsets, line breaks included; it is never made of its tokens.
 *
 * <p>A token never begins or ends inside a character as readers see it (a surrogate pair, a letter
 * with its combining marks, an emoji sequence).
 */
package io.github.albertner.document;
