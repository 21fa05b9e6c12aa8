package io.github.albertner.standoff;

import io.github.albertner.corpus.Corpus;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.label.EntitySpan;
import java.util.ArrayList;
import java.util.List;

/** Sentences in one line each: {@code <PER Ada> left}. */
final class Shown {

  private Shown() {}

  static List<String> of(Corpus corpus) {
    return corpus.sentences().stream().map(Shown::of).toList();
  }

  /** With {@code =} before sentences that start a document, but for the first. */
  static List<String> withDocuments(Corpus corpus) {
    List<String> shown = new ArrayList<>();
    for (Sentence sentence : corpus.sentences()) {
      boolean starts = sentence.startsDocument() && !shown.isEmpty();
      shown.add((starts ? "= " : "") + of(sentence));
    }
    return shown;
  }

  private static String of(Sentence sentence) {
    List<String> words = new ArrayList<>(sentence.words());
    for (EntitySpan entity : sentence.entities()) {
      words.set(entity.begin(), "<" + entity.type() + " " + words.get(entity.begin()));
      words.set(entity.end() - 1, words.get(entity.end() - 1) + ">");
    }
    return String.join(" ", words);
  }
}
