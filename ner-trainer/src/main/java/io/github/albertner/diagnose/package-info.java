/**
 * What the machine, the engine and the devices are, and whether they compute what they should: all
 * that {@code ner doctor} shows.
 */
package io.github.albertner.diagnose;
