/**
 * Raw text to sentences and tokens with offsets, and entities back to places in the text.
 *
 * <pre>
 * String -> {@link io.github.albertner.text.Splitter} -> {@link io.github.albertner.text.SentenceRange}
 * Reader -> {@link io.github.albertner.text.RawTextReader} -> {@link io.github.albertner.text.Passage}
 *   -> {@link io.github.albertner.text.Annotator} -> {@link io.github.albertner.text.AnnotatedPassage}
 * </pre>
 *
 * <p>There is one way to split text, {@link io.github.albertner.text.Splitter#of}: the command
 * line, the UIMA engine, corpora with offsets, evaluation, vocabularies and pretraining all use it,
 * so that what a network learns from is cut as what it will see. docs/text.md says how it was
 * chosen.
 *
 * <p>An input is read as passages, one after the other, so that it may be larger than memory or
 * have no end. A passage is a stretch of the input, nothing left out: the texts of all passages,
 * put together, are the input. {@link io.github.albertner.text.RawTextReader} makes one of each
 * paragraph; {@link io.github.albertner.text.TokenizedReader} makes one of each line and takes what
 * white space separates. {@link io.github.albertner.text.Annotator} has a tagger find the entities
 * of some passages at a time.
 *
 * <h2>Offsets</h2>
 *
 * <p>All ranges are half-open. Within a passage they count UTF-16 units, as Java's strings do
 * ({@link io.github.albertner.text.CharRange}); within the input they count both UTF-16 units and
 * code points ({@link io.github.albertner.text.TextOffset}), since Python and others count those.
 * Line ends stay as they are in the input: CR LF is two characters. The text of an entity is always
 * what lies between its offsets, line breaks included; it is never made of its tokens.
 *
 * <h2>Invariants</h2>
 *
 * <p>A token never begins or ends inside a character as readers see it (a surrogate pair, a letter
 * with its combining marks, an emoji sequence), nor with an invisible one. Nothing but {@code
 * OpenNlpSplitter} may use OpenNLP: the package runs where OpenNLP is not on the class path.
 *
 * <p>Trap: a regular expression of two line breaks in a row matches a single CR LF, as the first
 * gives the line feed back. Line breaks are found in one place, {@code Lines}.
 */
package io.github.albertner.text;
