/**
 * Formats that OpenNLP's own sample streams read: MUC-6, OntoNotes, MASC, Arvores Deitadas. {@link
 * io.github.albertner.samples.SampleFormats} brings them to {@link
 * io.github.albertner.corpus.Corpora}. Formats of columns and brat's have readers of ours, which
 * know more types, tabs, schemes and what is wrong where.
 */
package io.github.albertner.samples;
