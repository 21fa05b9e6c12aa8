package io.github.albertner.uima;

/** Names of the project's own types, which its type system descriptor defines. */
public final class NerTypes {
  /** A sentence; read. */
  public static final String SENTENCE = "io.github.albertner.uima.type.Sentence";

  /** A token; read. */
  public static final String TOKEN = "io.github.albertner.uima.type.Token";

  /** A named entity; written. */
  public static final String NAMED_ENTITY = "io.github.albertner.uima.type.NamedEntity";

  /** Feature of {@link #NAMED_ENTITY}: the entity type that the model gives, a String. */
  public static final String LABEL = "label";

  /** Feature of {@link #NAMED_ENTITY}: its probability, a Double in (0, 1]. */
  public static final String SCORE = "score";

  private NerTypes() {}
}
