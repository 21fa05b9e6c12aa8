package io.github.albertner.inspect;

import io.github.albertner.corpus.CorpusStatistics;
import java.util.ArrayList;
import java.util.List;

/**
 * Sentences that could not be read, and entities that were not read as they are annotated: empty,
 * overlapping or misaligned ones.
 */
final class UnreadCheck implements Check {

  @Override
  public List<Finding> findings(List<CorpusPart> parts, ModelPieces pieces) {
    List<Finding> findings = new ArrayList<>();
    for (CorpusPart part : parts) {
      CorpusStatistics read = part.statistics();
      if (read.badLines() > 0) {
        findings.add(
            new Finding(
                "bad-lines",
                Severity.ERROR,
                read.badLines(),
                "%s in %s: %s could not be read"
                    .formatted(
                        Texts.count(read.badLines(), "bad line", "bad lines"),
                        part.name(),
                        Texts.count(read.skippedSentences(), "sentence", "sentences")),
                "correct them, or leave these sentences out with --skip-bad-lines",
                read.firstBadLines()));
      }
      long changes = read.changes().values().stream().mapToLong(Long::longValue).sum();
      if (changes > 0) {
        findings.add(
            new Finding(
                "changed-entities",
                Severity.WARNING,
                changes,
                "%s in %s not read as annotated: %s"
                    .formatted(
                        Texts.count(changes, "annotation", "annotations"),
                        part.name(),
                        String.join(
                            "; ",
                            read.changes().entrySet().stream()
                                .map(kind -> Texts.number(kind.getValue()) + " " + kind.getKey())
                                .toList())),
                "correct them where the text matters to you",
                read.firstChanges()));
      }
    }
    return findings;
  }
}
