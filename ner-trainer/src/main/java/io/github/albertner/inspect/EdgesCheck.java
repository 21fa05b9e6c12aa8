package io.github.albertner.inspect;

import io.github.albertner.corpus.Sentence;
import io.github.albertner.label.EntitySpan;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Entities that begin or end with a word of punctuation or white space, or hold white space within
 * a word. Brackets, quotation marks and a stop at the end are often right; commas and the like
 * hardly ever are, so only those that are nothing but punctuation are a warning.
 */
final class EdgesCheck implements Check {
  private static final Pattern PUNCTUATION = Pattern.compile("[\\p{P}\\p{Z}\\s]+");
  private static final Pattern SPACE = Pattern.compile(".*[\\p{Z}\\s].*", Pattern.DOTALL);

  @Override
  public List<Finding> findings(List<CorpusPart> parts, ModelPieces pieces) {
    List<String> only = new ArrayList<>();
    List<String> edges = new ArrayList<>();
    List<String> spaces = new ArrayList<>();
    for (CorpusPart part : parts) {
      for (int i = 0; i < part.sentences().size(); i++) {
        Sentence sentence = part.sentences().get(i);
        for (EntitySpan entity : sentence.entities()) {
          List<String> words = sentence.covered(entity);
          String example = Texts.around(part, i, entity.begin(), entity.end());
          if (words.stream().allMatch(EdgesCheck::isPunctuation)) {
            only.add(example);
          } else if (isPunctuation(words.get(0)) || isPunctuation(words.get(words.size() - 1))) {
            edges.add(example);
          }
          if (words.stream().anyMatch(word -> SPACE.matcher(word).matches())) {
            spaces.add(example);
          }
        }
      }
    }
    List<Finding> findings = new ArrayList<>();
    add(
        findings,
        Severity.WARNING,
        only,
        "%s nothing but punctuation",
        "is",
        "are",
        "take the label off");
    add(
        findings,
        Severity.NOTE,
        edges,
        "%s with punctuation",
        "begins or ends",
        "begin or end",
        "see whether the punctuation belongs to the name");
    add(
        findings,
        Severity.WARNING,
        spaces,
        "%s white space within a word",
        "has",
        "have",
        "see how the file was read: white space should part words");
    return findings;
  }

  private static void add(
      List<Finding> findings,
      Severity severity,
      List<String> found,
      String message,
      String one,
      String many,
      String advice) {
    if (!found.isEmpty()) {
      findings.add(
          new Finding(
              "entity-edges",
              severity,
              found.size(),
              message.formatted(Texts.count(found.size(), "entity " + one, "entities " + many)),
              advice,
              found));
    }
  }

  private static boolean isPunctuation(String word) {
    return PUNCTUATION.matcher(word).matches();
  }
}
