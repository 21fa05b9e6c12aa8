package io.github.albertner.standoff;

import io.github.albertner.corpus.OffsetUnit;

/** The tools whose JSON is read. */
enum JsonKind {
  SPACY("spacy", "spaCy: JSON texts with ents or entities, training tuples, NER Annotator"),
  PRODIGY("prodigy", "Prodigy: a JSON text a line with tokens, spans, answer"),
  DOCCANO("doccano", "doccano: a JSON text a line with label or entities", OffsetUnit.UTF16),
  LABEL_STUDIO(
      "labelstudio", "Label Studio: JSON tasks with annotations, also JSON-MIN", OffsetUnit.UTF16),
  DATATURKS(
      "dataturks",
      "Dataturks: a JSON text a line with content and annotation",
      OffsetUnit.UTF16,
      false,
      true),
  ARGILLA(
      "argilla",
      "Argilla 1 and 2: JSON records with text, annotation, or with fields, responses",
      OffsetUnit.CODE_POINTS,
      false,
      false);

  private final String format;
  private final String description;
  private final OffsetUnit unit;
  private final boolean written;
  private final boolean inclusive;

  JsonKind(String format, String description) {
    this(format, description, OffsetUnit.CODE_POINTS);
  }

  JsonKind(String format, String description, OffsetUnit unit) {
    this(format, description, unit, true, false);
  }

  JsonKind(String format, String description, OffsetUnit unit, boolean written, boolean inclusive) {
    this.format = format;
    this.description = description;
    this.unit = unit;
    this.written = written;
    this.inclusive = inclusive;
  }

  /** What users call it. */
  String format() {
    return format;
  }

  /** What names of its files end in. Those of spaCy that end in spacy are binary. */
  String ending() {
    return this == LABEL_STUDIO ? "json" : "jsonl";
  }

  /** One line for help texts. */
  String description() {
    return description;
  }

  /**
   * What its offsets count: Python tools count code points; doccano and Label Studio save what
   * browsers count (doccano issue 2290, label-studio issue 1347).
   */
  OffsetUnit unit() {
    return unit;
  }

  /** Whether it is written, too. */
  boolean isWritten() {
    return written;
  }

  /** How many characters further than its offset an entity ends: the last one may be in it. */
  int afterEnd() {
    return inclusive ? 1 : 0;
  }
}
