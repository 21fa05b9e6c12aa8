/** What somebody meant by a name that does not exist; for error messages. */
package io.github.albertner.suggest;
