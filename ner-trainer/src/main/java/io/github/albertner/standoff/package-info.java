/**
 * Texts with annotations by offset: brat's standoff, WebAnno's TSV, and the JSON of spaCy, Prodigy,
 * doccano, Label Studio, Dataturks and Argilla; SGML with entities in tags, of MUC and OntoNotes;
 * and JSON of tokens and tags, as Hugging Face has it. {@link
 * io.github.albertner.standoff.StandoffFormats} brings the formats to {@link
 * io.github.albertner.corpus.Corpora}; {@link io.github.albertner.standoff.EntityAligner} and what
 * belongs to it serve all texts, those of CASes too.
 *
 * <h2>Sentences and words</h2>
 *
 * <p>Those that a record gives are used as they are. Where it gives none, they are what {@code ner
 * annotate} finds, or lines and what stands between white space if the options say so. What was
 * found, not given, gives way to the entities that an annotator has marked: sentences that an
 * entity spans are joined, and a word that its border lies in is cut there, which is counted.
 *
 * <h2>Entities</h2>
 *
 * <p>Of entities that overlap the longest stays, and the others are counted, unless {@link
 * io.github.albertner.corpus.Misaligned} says otherwise. One in pieces, one that cuts given words
 * and one outside the text stop the reading, or are dealt with as it says.
 *
 * <h2>Offsets</h2>
 *
 * <p>They count code points or UTF-16 units, whatever the tool does; where a file repeats the text
 * of each entity, as brat and Label Studio do, that tells which, and must agree.
 */
package io.github.albertner.standoff;
