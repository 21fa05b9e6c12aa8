/**
 * Label sets, tag schemes and decoding: what a tagger says of each word, and which spans it means.
 *
 * <p>Corpora write entities as one {@link io.github.albertner.label.Tag} per word, in one of four
 * {@linkplain io.github.albertner.label.TagScheme schemes}; everything else in this project speaks
 * of {@linkplain io.github.albertner.label.EntitySpan spans}. A network has a {@linkplain
 * io.github.albertner.label.LabelSet label set}, in the order of its output columns, and gives
 * {@linkplain io.github.albertner.label.LabelScores scores} for each word; the {@linkplain
 * io.github.albertner.label.SpanDecoder decoder} turns those into spans.
 *
 * <p>Two policies for illegal sequences, and where each applies:
 *
 * <ul>
 *   <li><b>Never made.</b> The decoder chooses among legal sequences only, so that a tagger never
 *       needs repairing.
 *   <li><b>Repaired as conlleval does.</b> Tags that others wrote are read by {@link
 *       io.github.albertner.label.TagScheme#decode}: a tag that has nothing to continue opens a
 *       span. Readers that want to refuse ask {@link
 *       io.github.albertner.label.TagScheme#violations}.
 * </ul>
 *
 * <p>Traps. Adjacent entities of one type are two spans, and only {@code B-} (or {@code S-}, {@code
 * E-}) keeps them apart. In IOB1 the tag {@code I-} begins most entities, so reading it as BIO
 * drops or merges spans in other tools; here reading is the same for every scheme. A type may hold
 * hyphens.
 *
 * <p>This package uses the JDK only.
 */
package io.github.albertner.label;
