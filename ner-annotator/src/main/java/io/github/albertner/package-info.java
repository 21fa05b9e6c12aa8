/**
 * The tagger: words of a sentence in, entity spans out.
 *
 * <pre>{@code
 * try (NerTagger tagger = NerTagger.load(Path.of("model.bin"))) {
 *   List<EntitySpan> entities = tagger.tag(List.of("Angela", "Merkel", "visited", "Paris", "."));
 * }
 * }</pre>
 *
 * <p>One tagger serves any number of threads. Taggers of the same model and options share one copy
 * of the weights, which is freed when the last of them is closed.
 */
package io.github.albertner;
