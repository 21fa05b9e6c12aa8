/** Our own parts one by one, in JMH. {@code benchmarks/run jmh} runs them; options are JMH's. */
package io.github.albertner.benchmark.jmh;
