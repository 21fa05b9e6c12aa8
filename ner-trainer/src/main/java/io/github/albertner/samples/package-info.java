/**
 * Formats that OpenNLP's own sample streams read: MASC and Arvores Deitadas. {@link
 * io.github.albertner.samples.SampleFormats} brings them to {@link
 * io.github.albertner.corpus.Corpora}. Others have readers of ours, which know more types, tabs,
 * schemes and what is wrong where.
 */
package io.github.albertner.samples;
