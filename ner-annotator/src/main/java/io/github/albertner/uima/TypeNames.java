package io.github.albertner.uima;

/**
 * The types and features that the engine is to work with, as its parameters name them.
 *
 * @param sentence name of a type
 * @param token name of a type
 * @param entity name of a type
 * @param label short name of a feature, or empty for none
 * @param score short name of a feature, or empty for none
 */
record TypeNames(String sentence, String token, String entity, String label, String score) {}
