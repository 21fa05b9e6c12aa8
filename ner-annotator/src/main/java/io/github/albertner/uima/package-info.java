/**
 * The tagger as a UIMA analysis engine.
 *
 * <p>{@link io.github.albertner.uima.NerAnnotator} reads the sentences and tokens that earlier
 * engines made, of whatever types, tags all sentences of a document in one call, and writes
 * entities of whatever types. Its descriptors (the engine, its type system, an aggregate with
 * OpenNLP's engines, a CPE) lie beside these classes in the jar and in the project's folder {@code
 * descriptors}; they are generated from the code.
 *
 * <p>What was asked for goes three ways: {@code EngineSettings} is read from the parameters and the
 * {@code Profile} without model or types; labels are checked once the model is known, names of
 * types and features once a type system is ({@code InputTypes}, {@code TargetType}). So every
 * mistake is reported as early as it can be. {@code DocumentTagger} holds the three; a
 * reconfiguration makes a new one before it gives up the old.
 *
 * <p>Offsets are UIMA's: UTF-16 units of the view's text, half-open.
 *
 * <p>Invariants, so that one jar serves UIMA 2 and 3: the code is compiled against UIMA 2 and must
 * use the CAS interface only (no JCas classes, no {@code select}), and from uimaFIT nothing but
 * annotations; an application without uimaFIT runs it too.
 *
 * <p>Traps. A {@code subiterator} loses the only token of a sentence, because both have the same
 * range and type priorities decide; so ranges are compared. Token types of other projects may hold
 * line breaks, empty ranges, or tokens inside tokens. Engines move between threads: nothing here is
 * bound to one.
 */
package io.github.albertner.uima;
