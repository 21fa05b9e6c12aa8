/**
 * Label sets, tag schemes and decoding: what a tagger says of each word, and which spans it means.
 */
package io.github.albertner.label;
