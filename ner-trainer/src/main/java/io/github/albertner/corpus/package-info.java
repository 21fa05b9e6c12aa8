/** Corpora: files of sentences with entities, read strictly, mapped, split and written. */
package io.github.albertner.corpus;
