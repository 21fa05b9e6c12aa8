package io.github.albertner.report;

import io.github.albertner.evaluate.JudgedSentence;
import io.github.albertner.label.EntitySpan;
import io.github.albertner.page.MarkColours;
import io.github.albertner.page.Markup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** Sentences with their entities marked, what is right and what is wrong told apart. */
record MarkedSentence(List<String> types) {

  /** The sentence twice: with the entities that are there, and with those found. */
  Markup twice(JudgedSentence sentence) {
    return Markup.element(
        "dl",
        Markup.element("dt", Markup.text("gold")),
        Markup.element("dd", gold(sentence, 0, sentence.gold().words().size())),
        Markup.element("dt", Markup.text("found")),
        Markup.element("dd", found(sentence, 0, sentence.gold().words().size())));
  }

  /** Some of the words, with the entities that are there. */
  Markup gold(JudgedSentence sentence, int begin, int end) {
    return marked(
        sentence,
        begin,
        end,
        sentence.gold().entities(),
        sentence::isFound,
        EntitySpan::type,
        "found as it is",
        "not found as it is");
  }

  /** Some of the words, with the entities found. */
  Markup found(JudgedSentence sentence, int begin, int end) {
    return marked(
        sentence,
        begin,
        end,
        sentence.predicted(),
        sentence::isRight,
        span -> "%s %s %%".formatted(span.type(), Math.round(100 * span.probability())),
        "right",
        "wrong");
  }

  private Markup marked(
      JudgedSentence sentence,
      int begin,
      int end,
      List<EntitySpan> spans,
      Predicate<EntitySpan> right,
      Function<EntitySpan, String> name,
      String whenRight,
      String whenWrong) {
    List<String> words = sentence.gold().words();
    List<Markup> parts = new ArrayList<>();
    int done = begin;
    for (EntitySpan span : spans) {
      if (span.begin() < begin || span.end() > end) {
        continue;
      }
      parts.add(text(words.subList(done, span.begin())));
      Map<String, String> attributes = new LinkedHashMap<>();
      boolean isRight = right.test(span);
      attributes.put("class", MarkColours.classes(span.type(), types) + (isRight ? "" : " wrong"));
      attributes.put("data-type", name.apply(span));
      attributes.put("title", isRight ? whenRight : whenWrong);
      parts.add(Markup.element("mark", attributes, text(words.subList(span.begin(), span.end()))));
      done = span.end();
    }
    parts.add(text(words.subList(done, end)));
    List<Markup> spaced = new ArrayList<>();
    for (Markup part : parts) {
      if (!part.toString().isEmpty()) {
        if (!spaced.isEmpty()) {
          spaced.add(Markup.text(" "));
        }
        spaced.add(part);
      }
    }
    return Markup.joined(spaced);
  }

  private static Markup text(List<String> words) {
    return Markup.text(String.join(" ", words));
  }
}
