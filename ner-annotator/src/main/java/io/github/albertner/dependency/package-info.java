/**
 * What a user is told when a library beneath ours is missing, of another version, or does not load
 * on this machine.
 *
 * <p>{@code LoadFailure} turns what the JVM, DJL or the system's linker says into one {@code
 * DependencyException} that names an artifact, or a folder and its variable, and the next step.
 * {@code Surroundings} is what it looks at on the way.
 */
package io.github.albertner.dependency;
