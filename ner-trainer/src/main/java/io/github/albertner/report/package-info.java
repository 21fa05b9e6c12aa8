/** What a run leaves behind for people: provenance, and the model card. */
package io.github.albertner.report;
