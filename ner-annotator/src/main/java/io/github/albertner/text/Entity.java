package io.github.albertner.text;

/**
 * An entity, placed in its input.
 *
 * @param type such as {@code person}
 * @param probability in [0, 1]
 * @param beginToken index of its first token in the sentence
 * @param endToken index after its last token
 * @param begin where it begins in the input
 * @param end where it ends in the input
 * @param text what lies between
 */
public record Entity(
    String type,
    double probability,
    int beginToken,
    int endToken,
    TextOffset begin,
    TextOffset end,
    String text) {}
