package io.github.albertner.cas;

import io.github.albertner.corpus.Misaligned;
import io.github.albertner.corpus.TokenChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How CAS files are to be read.
 *
 * @param typeSystems type system descriptors, merged; if none, {@code TypeSystem.xml} beside the
 *     first file, or what a binary file itself holds
 * @param entityTypes which annotations are entities, see {@link EntityTypeRule#parse}; if none,
 *     those of this project or of DKPro Core, whichever the type system has
 * @param sentenceType name of the type of sentences; if none, one that is known, or the text is
 *     split
 * @param tokenType name of the type of tokens; likewise
 * @param view name of the view to read; if none, the initial one
 * @param tokens which tokens a tagger is scored with; if none, those of the file where it has them,
 *     otherwise own ones
 * @param misaligned what to do about entities that are not whole tokens of one sentence; if none,
 *     {@link Misaligned#FAIL} where the file gives tokens and sentences, while those that are found
 *     give way to entities
 * @param lenient pass over annotations whose types the type system lacks
 * @param skipBadSentences leave out sentences with something wrong and count them, instead of
 *     stopping
 */
public record CasOptions(
    List<Path> typeSystems,
    List<EntityTypeRule> entityTypes,
    Optional<String> sentenceType,
    Optional<String> tokenType,
    Optional<String> view,
    Optional<TokenChoice> tokens,
    Optional<Misaligned> misaligned,
    boolean lenient,
    boolean skipBadSentences) {

  /** Find out everything, stop at the first thing that is wrong. */
  public static final CasOptions DEFAULTS =
      new CasOptions(
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false,
          false);

  /** Copies the lists. */
  public CasOptions {
    typeSystems = List.copyOf(typeSystems);
    entityTypes = List.copyOf(entityTypes);
  }

  /** What to do about entities that cannot be placed. */
  Misaligned rule() {
    return misaligned.orElse(Misaligned.FAIL);
  }

  /**
   * These options with other entity types.
   *
   * @param rules which annotations are entities
   * @return new options
   */
  public CasOptions withEntityTypes(List<EntityTypeRule> rules) {
    return new CasOptions(
        typeSystems,
        rules,
        sentenceType,
        tokenType,
        view,
        tokens,
        misaligned,
        lenient,
        skipBadSentences);
  }

  /**
   * These options with type systems named.
   *
   * @param descriptors type system descriptors, merged; all that they import is read, from wherever
   * @return new options
   */
  public CasOptions withTypeSystems(List<Path> descriptors) {
    return new CasOptions(
        descriptors,
        entityTypes,
        sentenceType,
        tokenType,
        view,
        tokens,
        misaligned,
        lenient,
        skipBadSentences);
  }
}
