package io.github.albertner;

import java.io.Serializable;

/**
 * An entity in a text. Offsets count UTF-16 units of the whole text, as Java and JavaScript do, and
 * are half-open: in a {@link String}, {@code text} is {@code substring(begin, end)}.
 *
 * @param type such as {@code person}
 * @param begin offset of its first character
 * @param end offset after its last character
 * @param probability in [0, 1]
 * @param text what lies between the offsets, line breaks included
 * @param sentence the text of the sentence that it stands in
 * @param sentenceBegin offset of the sentence's first character
 */
public record NamedEntity(
    String type,
    long begin,
    long end,
    double probability,
    String text,
    String sentence,
    long sentenceBegin)
    implements Serializable {}
