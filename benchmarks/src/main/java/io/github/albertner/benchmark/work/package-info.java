/**
 * What is tagged, and the networks that do it: sentences of real and of set lengths, random
 * weights.
 */
package io.github.albertner.benchmark.work;
