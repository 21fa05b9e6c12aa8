/**
 * Annotated text in the formats that {@code ner annotate} shows it in.
 *
 * <p>{@link io.github.albertner.text.Annotator} hands passages with their entities to an {@link
 * io.github.albertner.document.AnnotationWriter}, which {@link
 * io.github.albertner.document.AnnotationFormat} makes.
 */
package io.github.albertner.document;
