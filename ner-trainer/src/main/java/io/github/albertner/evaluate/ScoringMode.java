package io.github.albertner.evaluate;

import java.util.Locale;

/** What counts as right: every score is of one of these, and says of which. */
public enum ScoringMode {
  /**
   * SemEval-2013 task 9 "strict"; the figures of OpenNLP's {@code TokenNameFinderEvaluator}, and
   * those of seqeval's strict mode on tags that are legal.
   */
  STRICT(
      "an entity is correct if its first word, its last word and its type are all those of a gold"
          + " entity"),
  /**
   * The conlleval script of the shared tasks CoNLL-2000 to 2003. As {@link #STRICT}, but where tags
   * are judged that may be illegal: it reads an {@code I-} without a beginning as one.
   */
  CONLLEVAL(
      "as strict, with illegal tags read as the script of CoNLL-2000 to 2003 does: any change of"
          + " type begins an entity"),
  /** SemEval-2013 task 9 "partial": boundaries alone, whatever the type. */
  PARTIAL(
      "boundaries only, whatever the type: 1 for the first and last word of a gold entity, 1/2 for"
          + " sharing a word with one"),
  /** SemEval-2013 task 9 "type", which nervaluate calls {@code ent_type}. */
  TYPE("1 for sharing a word with a gold entity of the same type, whatever the boundaries");

  private final String definition;

  ScoringMode(String definition) {
    this.definition = definition;
  }

  /**
   * What an entity gets in this mode, in one sentence without a full stop.
   *
   * @return for output beside the scores
   */
  public String definition() {
    return definition;
  }

  /** Returns the name that options, tables and JSON use. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
