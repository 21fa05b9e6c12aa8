package io.github.albertner.modelpackage;

/**
 * One file of the Hugging Face folder that a package holds.
 *
 * @param name plain file name, for example {@code config.json}
 * @param content its bytes
 */
public record ModelFile(String name, ContentWriter content) {}
