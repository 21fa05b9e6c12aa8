/**
 * Corpora: files of sentences with entities, read strictly, mapped, split and written.
 *
 * <p>{@link io.github.albertner.corpus.Corpora} is the way in. It knows the formats by name, finds
 * out which one a file is in, and gives {@link io.github.albertner.corpus.Sentence}s, one at a time
 * through a {@link io.github.albertner.corpus.CorpusReader} or all at once as a {@link
 * io.github.albertner.corpus.Corpus}, with {@link io.github.albertner.corpus.CorpusStatistics}.
 *
 * <h2>Formats</h2>
 *
 * <ul>
 *   <li>{@code opennlp}: name samples. One sentence a line, words separated by white space,
 *       entities as {@code <START:type> words <END>}; a blank line begins a new document. In a file
 *       whose entities have no type at all they are of type {@code default}, as in OpenNLP.
 *   <li>{@code conll}: columns. One word a line, a blank line after each sentence; columns
 *       separated by tabs, or by spaces where there are no tabs. Which columns hold the word and
 *       the tag is found out from all of the file, and so is the tag scheme.
 *   <li>{@code conll02}, {@code conll03}, {@code bionlp2004}, {@code evalita}: columns as these
 *       shared tasks have them, the word first, the tag last.
 *   <li>{@code csv}, {@code conll2012}: rows of another kind, which are made into columns and read
 *       as those are.
 *   <li>MASC and Arvores Deitadas, by OpenNLP's own readers ({@code SampleFormats}).
 *   <li>Those of other packages, which {@link io.github.albertner.corpus.CorpusFormatProvider}s
 *       bring: texts with annotations by offset, CASes.
 * </ul>
 *
 * <p>Files that are no text, such as archives, are told by their first bytes and refused with what
 * to do. All files are UTF-8 unless {@link io.github.albertner.corpus.CorpusOptions} say otherwise,
 * with or without a byte order mark; lines end with LF or CR LF.
 *
 * <h2>Writing</h2>
 *
 * <p>{@link io.github.albertner.corpus.CorpusFormat#holds} says what a format can hold, and a
 * {@link io.github.albertner.corpus.CorpusWriter} writes it. Formats with text get the {@link
 * io.github.albertner.corpus.Spacing} that a reader gives with each sentence whose text it knows.
 *
 * <h2>Bad lines</h2>
 *
 * <p>What a format does not allow is never guessed at: reading stops with a {@link
 * io.github.albertner.corpus.CorpusFormatException} that says file, line, what was expected and
 * what was found. With {@link io.github.albertner.corpus.CorpusOptions#skipBadLines()} the whole
 * sentence that holds the line is left out instead, and counted: a sentence with a hole in it is
 * not what its annotator saw. OpenNLP's own reader takes {@code <END>,} for a word and loses the
 * entity, and lets {@code <START>} inherit the type of the entity before; here both are bad lines.
 *
 * <p>An illegal sequence of well-formed tags, such as {@code I-PER} after {@code O}, is no bad
 * line: it is read as conlleval reads it (a new entity begins) and counted as repaired.
 *
 * <h2>Columns, in detail</h2>
 *
 * <ul>
 *   <li>The width of a file is that of most of its rows, empty cells at the end of a row not
 *       counted; a row of another width is bad, and so is one whose word is empty. Spaces around a
 *       cell do not belong to it, spaces within a cell of a tabbed file do. A no-break space is a
 *       character like others.
 *   <li>A column is a tag column if most of its cells are tags. Of several (layers of nested
 *       entities) the first, outermost one is read, but a column of syntactic chunks ({@code I-NP})
 *       is passed over for a later one.
 *   <li>A column that numbers the words of each sentence is never the word column.
 *   <li>{@code -DOCSTART-} in the first or the word column begins a document.
 *   <li>A {@code #} line is a comment only before a sentence's first word, and only if it cannot be
 *       read as a row: {@code # TAB O} is the word {@code #}. A row of the right width with an
 *       illegal tag is a bad line even if its word begins with {@code #}. A comment that begins
 *       with {@code # newdoc} or {@code ###MEDLINE:} begins a document.
 * </ul>
 */
package io.github.albertner.corpus;
