/** How fast the machine multiplies matrices: what a network can at best come near to. */
package io.github.albertner.benchmark.ceiling;
