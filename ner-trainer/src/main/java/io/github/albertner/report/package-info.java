/** What is told of a model: provenance, the model card, and the summary of a package. */
package io.github.albertner.report;
