package io.github.albertner.inspect;

/** How bad a finding is; the worst first. */
public enum Severity {
  /** Training cannot get it right, or scores will not be true. */
  ERROR,
  /** Usually a mistake in the data. */
  WARNING,
  /** Good to know. */
  NOTE
}
