/**
 * Sentences whose letters say nothing by their case, written as they are written in the middle of
 * text.
 *
 * <pre>
 * words -&gt; SentenceCase: all capitals, all small, a headline, or as usual
 *       -&gt; CaseDecoder: which words are names, from {@link
 *          io.github.albertner.casing.CasingTable} and the words beside each
 *       -&gt; WordWriter: each word in its form
 * </pre>
 *
 * <p>{@link io.github.albertner.casing.Recaser} is what others use. Nothing here depends on the
 * locale of the machine.
 */
package io.github.albertner.casing;
