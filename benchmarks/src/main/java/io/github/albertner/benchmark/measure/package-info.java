/**
 * Timing of several ways to do the same, turn about in one process, and what is said of it.
 *
 * <p>A machine is never as fast as a minute ago. So contenders take turns, and what is reported is
 * the ratio of two times that were taken right after each other: its median over the rounds, and
 * the least and the greatest.
 */
package io.github.albertner.benchmark.measure;
