package io.github.albertner.corpus;

import java.util.Locale;

/**
 * What to do about an entity that is not a run of whole tokens of one sentence. Only under {@link
 * #OUTERMOST} do tokens and sentences that the file does not give, but that were found, give way to
 * entities.
 */
public enum Misaligned {
  /** Stop, or where bad sentences are skipped, leave out its sentence. */
  FAIL,
  /** Leave it out where it lies in or across a longer entity; stop otherwise. */
  OUTERMOST,
  /** Leave out the entity. */
  SKIP,
  /** Move its borders outwards to those of tokens; leave it out where that is not enough. */
  SNAP;

  /** Returns the name as users write it, in small letters. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
