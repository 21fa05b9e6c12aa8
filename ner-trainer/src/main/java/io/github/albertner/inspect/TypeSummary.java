package io.github.albertner.inspect;

/**
 * The entities of one type in one part.
 *
 * @param type entity type
 * @param entities how many
 * @param share of all entities of the part, in [0, 1]
 * @param surfaces different ones: the words, joined by spaces
 * @param meanWords mean number of words of an entity
 * @param longest words of the longest one
 * @param seen how many have a surface that the first part has with this type; all, in the first
 */
public record TypeSummary(
    String type,
    long entities,
    double share,
    long surfaces,
    double meanWords,
    int longest,
    long seen) {}
