/**
 * The command line: the only package that prints or exits.
 *
 * <p>Each command is one class: it reads arguments, calls the library, and reports. Results go to
 * standard output, everything else to standard error. Exit codes: 0 done, 1 failed, 2 wrong usage,
 * 130 interrupted.
 */
package io.github.albertner.cli;
