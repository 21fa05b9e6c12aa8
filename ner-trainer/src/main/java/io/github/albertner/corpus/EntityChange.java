package io.github.albertner.corpus;

/**
 * An entity, or a text with entities, that is not read as it is annotated: because the options ask
 * for that, or because the annotator said so.
 *
 * @param what of what kind and what was done about it, for counting after a number: {@code entities
 *     left out: annotated twice}
 * @param message which one, where, and what was wrong with it
 */
public record EntityChange(String what, String message) {}
