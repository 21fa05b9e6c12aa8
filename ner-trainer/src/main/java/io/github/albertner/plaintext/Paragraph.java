package io.github.albertner.plaintext;

import java.nio.file.Path;

/**
 * A paragraph of plain text.
 *
 * @param text not blank, without line breaks
 * @param beginsDocument whether it is the first of its document
 * @param file it stands in
 * @param line of the file, from 1
 */
public record Paragraph(String text, boolean beginsDocument, Path file, long line) {}
