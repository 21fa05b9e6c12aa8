package io.github.albertner.inspect;

import io.github.albertner.corpus.Sentence;
import java.util.ArrayList;
import java.util.List;

/**
 * Upper and lower case that model and data do not share, or the parts among each other: a part
 * counts as lower case if less than one word in {@value #FEW} has an upper-case letter.
 */
final class CaseCheck implements Check {
  static final int FEW = 500;

  @Override
  public List<Finding> findings(List<CorpusPart> parts, ModelPieces pieces) {
    List<String> lower = parts.stream().filter(CaseCheck::isLower).map(CorpusPart::name).toList();
    List<Finding> findings = new ArrayList<>();
    if (!lower.isEmpty() && lower.size() < parts.size()) {
      findings.add(
          new Finding(
              "case",
              Severity.WARNING,
              lower.size(),
              String.join(", ", lower) + " is in lower case, the other parts are not",
              "use an uncased vocabulary, or --augment-case in training",
              List.of()));
    } else if (!lower.isEmpty() && !pieces.isUncased()) {
      findings.add(
          new Finding(
              "case",
              Severity.NOTE,
              lower.size(),
              "the data are in lower case, and the vocabulary tells case apart",
              "text in upper and lower case will be tagged badly; --augment-case may help",
              List.of()));
    } else if (lower.isEmpty() && pieces.isUncased()) {
      findings.add(
          new Finding(
              "case",
              Severity.NOTE,
              parts.size(),
              "the vocabulary does not tell case apart, and the data do",
              "where names are told by their capitals, a cased vocabulary may do better",
              List.of()));
    }
    return findings;
  }

  private static boolean isLower(CorpusPart part) {
    long words = 0;
    long upper = 0;
    for (Sentence sentence : part.sentences()) {
      words += sentence.words().size();
      upper +=
          sentence.words().stream()
              .filter(word -> word.codePoints().anyMatch(Character::isUpperCase))
              .count();
    }
    return upper * FEW < words;
  }
}
