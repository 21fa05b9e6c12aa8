/** Fixtures that tests of several modules share. */
package io.github.albertner.testing;
