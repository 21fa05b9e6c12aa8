package io.github.albertner.inspect;

import java.util.ArrayList;
import java.util.List;

/** Tags that cannot follow the one before them, such as I-PER after O in BIO. */
final class RepairedTagsCheck implements Check {

  @Override
  public List<Finding> findings(List<CorpusPart> parts, ModelPieces pieces) {
    List<Finding> findings = new ArrayList<>();
    for (CorpusPart part : parts) {
      long repaired = part.statistics().repairedTags();
      if (repaired > 0) {
        findings.add(
            new Finding(
                "illegal-tags",
                Severity.WARNING,
                repaired,
                "%s in %s cannot follow the one before"
                    .formatted(Texts.count(repaired, "tag", "tags"), part.name()),
                "they were read as conlleval reads them, as the begin of an entity; if the file is"
                    + " in another scheme, name it with --scheme",
                part.statistics().firstRepairs()));
      }
    }
    return findings;
  }
}
