/**
 * The tagger in OpenNLP's clothes, in two ways.
 *
 * <ul>
 *   <li><b>A model file.</b> {@code new NameFinderME(new TokenNameFinderModel(file))} reads a
 *       package file as it reads its own, and gets an {@link
 *       io.github.albertner.opennlp.AlbertSequenceModel}. No code changes.
 *   <li><b>A name finder.</b> {@link io.github.albertner.opennlp.AlbertNameFinder} is a {@code
 *       TokenNameFinder} without OpenNLP's feature generators in between; it may be shared by
 *       threads and takes many sentences at once.
 * </ul>
 *
 * <p>Both give the same spans, types and probabilities as {@link io.github.albertner.NerTagger}, of
 * which they are thin views. Spans count tokens, half-open. There must be exactly one probability
 * for each token, never 0, because OpenNLP adds their logarithms. Outcomes are always legal: {@code
 * BioCodec} silently drops a {@code cont} without a {@code start}.
 *
 * <p>There is no adaptive data: what was found before never changes what is found next, and {@code
 * clearAdaptiveData} has nothing to do.
 *
 * <p>Trap. Method descriptors here are those that OpenNLP 1.6 to 3.0 share; methods added to its
 * classes later (for instance {@code Sequence.getSize}) are not called.
 */
package io.github.albertner.opennlp;
