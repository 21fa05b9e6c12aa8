/**
 * What a package needs to run in 8-bit integers, and what each precision costs it: ranges of
 * activations, measured on sentences; F1 in every precision of the processor.
 */
package io.github.albertner.calibrate;
