/**
 * CASes of UIMA pipelines as corpora: gold annotations to train on and to judge by, and what a
 * pipeline found, to be judged.
 *
 * <p>{@link io.github.albertner.cas.CasCorpus} is the way in. Each file is a document; it may be
 * XMI, or any of the binary and XCAS forms that {@link org.apache.uima.util.CasIOUtils} reads
 * (forms 0, 4 and 6 and serialized Java objects, with or without type system), which finds out the
 * form by itself. UIMA's own readers do all the reading; only the type system must be known, from
 * descriptors or, for forms that hold type system and indexes, from the file. Form 6 as UIMA 3
 * writes it is beyond UIMA 2's reader; UIMA 3's XMI, forms 0 and 4 and serialized objects are not.
 * {@link io.github.albertner.cas.CasPredictions} puts predictions beside gold annotations of the
 * same text.
 *
 * <h2>Sentences and tokens</h2>
 *
 * <p>Those annotated are used as they are, by the types named, or else the first of these that the
 * file has annotations of: this project's, DKPro Core's, cTAKES', opennlp-uima's. Blank ones do not
 * count. Where tokens, sentences or both are missing, they are what {@code ner annotate} finds in
 * the text. Sentences or tokens that overlap, or tokens that end after their sentence, make a bad
 * sentence.
 *
 * <h2>Entities</h2>
 *
 * <p>{@link io.github.albertner.cas.EntityTypeRule} says which annotations are entities and what
 * they are called; where several rules apply, that of the nearest type counts. White space at the
 * ends of an entity does not count, and one that is annotated twice with the same label counts
 * once, which is told. Anything else that keeps it from being a run of whole tokens of one sentence
 * is never guessed at: {@link io.github.albertner.corpus.Misaligned} says what to do, the message
 * or the counts say where it was: file, type, offsets in UTF-16 units.
 */
package io.github.albertner.cas;
