/**
 * Vocabularies made from plain text by SentencePiece's own trainer.
 *
 * <pre>
 * text -> {@link io.github.albertner.vocabulary.TextSample} -> spm_train -> spiece.model
 *   -> {@link io.github.albertner.vocabulary.VocabularyFolder} -> {@link
 *   io.github.albertner.vocabulary.Coverage} of text that was held out
 * text -> {@link io.github.albertner.vocabulary.CasingCounter} -> casing.txt
 * </pre>
 *
 * <p>Choices, and why:
 *
 * <ul>
 *   <li>Cased, accents kept: case is the best single sign of a name. Uncased vocabularies are for
 *       text whose case says nothing.
 *   <li>The sample is given twice, as it is and split into words: a tagger's input is split into
 *       words and each is encoded alone, so {@code ,} and {@code (} must be pieces that begin a
 *       word; from running text only they would cost two pieces, the first of them the bare word
 *       mark, and a word's label is read at its first piece. From split text only they are no
 *       candidates: the trainer takes those from distinct words.
 *   <li>Digits are not split: {@code 1998} and {@code 20} stay one piece, so that a number's first
 *       piece says something.
 *   <li>Coverage 0.9998, and in any case all of ASCII, Europe's Latin and Greek letters and common
 *       punctuation; other characters become {@code <unk>}. No byte pieces, which would be trained
 *       by almost nothing.
 *   <li>Ids 0 to 4 are {@code <pad> <unk> [CLS] [SEP] [MASK]}, as in ALBERT.
 * </ul>
 *
 * <p>The same text, settings and version of SentencePiece must give the same files.
 */
package io.github.albertner.vocabulary;
