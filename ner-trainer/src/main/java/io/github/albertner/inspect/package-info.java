/**
 * Corpora looked at before training: counts, lengths in pieces, and what is likely to spoil a run
 * or its scores.
 *
 * <p>{@link io.github.albertner.inspect.CorpusInspection} is the way in: it takes the {@link
 * io.github.albertner.inspect.CorpusPart}s of a corpus, such as train, dev and test, and the {@link
 * io.github.albertner.inspect.ModelPieces} of the model to be trained. Each kind of {@link
 * io.github.albertner.inspect.Finding} has a {@code Check} of its own, which states its thresholds
 * and why they are so. {@link io.github.albertner.inspect.InspectionText}, {@link
 * io.github.albertner.inspect.InspectionJson} and {@link
 * io.github.albertner.inspect.InspectionHtml} show the result; nothing here prints.
 *
 * <p>A finding is no verdict: an {@linkplain io.github.albertner.inspect.Severity#ERROR error} is
 * what training cannot get right or what makes scores untrue, a warning what usually is a mistake,
 * and a note what is good to know.
 */
package io.github.albertner.inspect;
