/**
 * Ways to split raw text, measured against gold sentences, tokens and names by offset: {@code
 * benchmarks/run splitters}.
 */
package io.github.albertner.benchmark.split;
