/**
 * From labelled words to what the network learns from: the pieces of a window, and a label at the
 * first piece of every word.
 */
package io.github.albertner.feature;
