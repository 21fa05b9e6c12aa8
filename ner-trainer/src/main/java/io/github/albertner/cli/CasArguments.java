package io.github.albertner.cli;

import io.github.albertner.cas.CasOptions;
import io.github.albertner.cas.EntityTypeRule;
import io.github.albertner.corpus.Misaligned;
import io.github.albertner.corpus.TokenChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How CAS files are read. */
final class CasArguments {
  @Option(
      names = "--type-system",
      paramLabel = "FILE",
      arity = "1..*",
      description =
          "Type system descriptors of the CAS files, merged. Default: TypeSystem.xml beside the"
              + " first of them.")
  private List<Path> typeSystems = List.of();

  @Option(
      names = "--entity-types",
      paramLabel = "A:label,...",
      description =
          "Annotations that are entities, separated by commas: my.Person:person calls those of a"
              + " type, subtypes included, person; my.Entity/kind calls them what their feature kind"
              + " says; my.Entity alone takes the feature label or value, or else the type's name."
              + " Default: NamedEntity of this project or of DKPro Core.")
  private String entityTypes;

  @Option(
      names = "--sentence-type",
      paramLabel = "TYPE",
      description =
          "Type of sentences. Default: that of this project, DKPro Core, cTAKES or opennlp-uima,"
              + " whichever the file has; without one the text is split as by ner annotate.")
  private String sentenceType;

  @Option(
      names = "--token-type",
      paramLabel = "TYPE",
      description = "Type of tokens. Default: likewise.")
  private String tokenType;

  @Option(
      names = "--view",
      paramLabel = "NAME",
      description = "View (sofa) to read. Default: the initial one.")
  private String view;

  @Option(
      names = "--lenient",
      description = "Pass over annotations of types that the type system lacks.")
  private boolean lenient;

  /** Whether an option was given that only CAS files have. */
  boolean isGiven() {
    return !typeSystems.isEmpty()
        || entityTypes != null
        || sentenceType != null
        || tokenType != null
        || view != null
        || lenient;
  }

  /**
   * All options together.
   *
   * @throws IllegalArgumentException if entity types are malformed
   */
  CasOptions toOptions(
      Optional<TokenChoice> tokens, Optional<Misaligned> misaligned, boolean skipBadSentences) {
    return new CasOptions(
        typeSystems,
        entityTypes == null ? List.of() : EntityTypeRule.parse(entityTypes),
        Optional.ofNullable(sentenceType),
        Optional.ofNullable(tokenType),
        Optional.ofNullable(view),
        tokens,
        misaligned,
        lenient,
        skipBadSentences);
  }
}
