package io.github.albertner.corpus;

/**
 * An entity that is not read as it is annotated, because the options ask for that.
 *
 * @param what was done about what, for counting: a few words, the same for all of a kind
 * @param message which entity, where, and what was wrong with it
 */
public record EntityChange(String what, String message) {}
