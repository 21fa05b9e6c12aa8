package io.github.albertner.vocabulary;

/**
 * What was made, and of what.
 *
 * @param every which paragraphs were sampled: every n-th of each file
 * @param paragraphs sampled
 * @param characters in them
 * @param coverage of paragraphs that were held out; without words if there were too few
 */
public record MadeVocabulary(int every, long paragraphs, long characters, Coverage coverage) {}
