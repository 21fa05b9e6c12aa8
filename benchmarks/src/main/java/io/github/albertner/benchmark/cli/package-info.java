/** The commands of benchmarks/run; the only package that prints or exits. */
package io.github.albertner.benchmark.cli;
