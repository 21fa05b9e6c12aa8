package io.github.albertner.inspect;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was seen in a corpus. Immutable.
 *
 * @param model what the model is called whose pieces were counted
 * @param vocabularySize pieces in its vocabulary
 * @param capacity most pieces of a sentence that fit one of its windows
 * @param parts what each part is made of, the one to learn from first
 * @param findings the worst first
 */
public record CorpusInspection(
    String model,
    int vocabularySize,
    int capacity,
    List<PartSummary> parts,
    List<Finding> findings) {

  private static final List<Check> CHECKS =
      List.of(
          new UnreadCheck(),
          new RepairedTagsCheck(),
          new MissingTypesCheck(),
          new FewEntitiesCheck(),
          new LeakCheck(),
          new RepeatedSentencesCheck(),
          new ConflictingSentencesCheck(),
          new ConflictingTypesCheck(),
          new UnlabelledSurfacesCheck(),
          new TypeNamesCheck(),
          new EdgesCheck(),
          new LongEntitiesCheck(),
          new NegativesCheck(),
          new DocumentsCheck(),
          new LongSentencesCheck(),
          new SplitWordsCheck(),
          new UnknownCharactersCheck(),
          new EmptyWordsCheck(),
          new DamagedTextCheck(),
          new CaseCheck());

  /** What makes a training not worth its time. */
  private static final List<Check> CHECKS_BEFORE_TRAINING =
      List.of(
          new MissingTypesCheck(),
          new LeakCheck(),
          new SplitWordsCheck(),
          new UnknownCharactersCheck());

  /** Copies the lists. */
  public CorpusInspection {
    parts = List.copyOf(parts);
    findings = List.copyOf(findings);
  }

  /**
   * Looks at a corpus.
   *
   * @param parts at least one, with different names; the first is the one to learn from
   * @param pieces of the model to be trained; not closed
   * @return what was seen
   * @throws IllegalArgumentException if there is no part, or two have the same name
   */
  public static CorpusInspection of(List<CorpusPart> parts, ModelPieces pieces) {
    List<String> names = parts.stream().map(CorpusPart::name).toList();
    if (names.isEmpty() || new HashSet<>(names).size() < names.size()) {
      throw new IllegalArgumentException(
          "expected parts with different names, at least one, found " + names);
    }
    return new CorpusInspection(
        pieces.name(),
        pieces.vocabularySize(),
        pieces.capacity(),
        parts.stream().map(part -> PartSummary.of(part, parts.get(0), pieces)).toList(),
        findings(CHECKS, parts, pieces));
  }

  /**
   * What one ought to know before a training begins: types that do not match, sentences that are to
   * judge by and to learn from, a vocabulary that does not know the words.
   *
   * @param parts at least one, the one to learn from first
   * @param pieces of the model to start from; not closed
   * @return errors and warnings, the worst first
   */
  public static List<Finding> beforeTraining(List<CorpusPart> parts, ModelPieces pieces) {
    return findings(CHECKS_BEFORE_TRAINING, parts, pieces).stream()
        .filter(finding -> finding.severity() != Severity.NOTE)
        .toList();
  }

  private static List<Finding> findings(
      List<Check> checks, List<CorpusPart> parts, ModelPieces pieces) {
    return checks.stream()
        .flatMap(check -> check.findings(parts, pieces).stream())
        .sorted(Comparator.comparing(Finding::severity))
        .toList();
  }

  /** The findings of one severity, in order. */
  public Stream<Finding> findings(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity);
  }

  /** Whether there is an error among the findings. */
  public boolean hasErrors() {
    return findings(Severity.ERROR).findAny().isPresent();
  }
}
