/** Programs in a JVM of their own: how long until they answer, and how much memory they hold. */
package io.github.albertner.benchmark.process;
