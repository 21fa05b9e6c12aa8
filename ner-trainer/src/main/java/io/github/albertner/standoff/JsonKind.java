package io.github.albertner.standoff;

import io.github.albertner.corpus.OffsetUnit;

/** The tools whose JSON is read and written. */
enum JsonKind {
  SPACY("spacy", "spaCy: a JSON text a line with ents or entities", OffsetUnit.CODE_POINTS),
  PRODIGY(
      "prodigy", "Prodigy: a JSON text a line with tokens, spans, answer", OffsetUnit.CODE_POINTS),
  DOCCANO("doccano", "doccano: a JSON text a line with label or entities", OffsetUnit.UTF16),
  LABEL_STUDIO(
      "labelstudio", "Label Studio: JSON tasks with annotations, also JSON-MIN", OffsetUnit.UTF16);

  private final String format;
  private final String description;
  private final OffsetUnit unit;

  JsonKind(String format, String description, OffsetUnit unit) {
    this.format = format;
    this.description = description;
    this.unit = unit;
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
}
