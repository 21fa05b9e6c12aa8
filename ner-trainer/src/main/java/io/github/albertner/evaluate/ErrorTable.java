package io.github.albertner.evaluate;

import io.github.albertner.corpus.Sentence;
import io.github.albertner.evaluate.EntityPair.Kind;
import io.github.albertner.label.EntitySpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lists errors as plain text for people: how many of each kind, and the first of each. */
public final class ErrorTable {
  private static final int CONTEXT = 4;

  /** The kinds of errors in the order shown, and what they mean. */
  private static final Map<Kind, String> MEANINGS =
      Map.of(
          Kind.BOUNDARY, "the right type over other words",
          Kind.TYPE, "another type over the same words",
          Kind.TYPE_AND_BOUNDARY, "another type over other words",
          Kind.MISSED, "a gold entity without a prediction",
          Kind.SPURIOUS, "a prediction without a gold entity");

  static final List<Kind> KINDS =
      List.of(Kind.BOUNDARY, Kind.TYPE, Kind.TYPE_AND_BOUNDARY, Kind.MISSED, Kind.SPURIOUS);

  private ErrorTable() {}

  /**
   * Renders the list.
   *
   * @param errors what is wrong
   * @param sentences the gold sentences that were analysed
   * @param examples how many of each kind at most
   * @return lines that each end with a newline; sentences are counted from 1
   */
  public static String render(ErrorAnalysis errors, List<Sentence> sentences, int examples) {
    StringBuilder text = new StringBuilder("Errors by strict rules\n");
    Map<Kind, Long> counts = errors.kinds();
    for (Kind kind : KINDS) {
      text.append(
          String.format(
              Locale.ROOT, "  %-18s %7d  %s\n", name(kind), counts.get(kind), MEANINGS.get(kind)));
    }
    for (Kind kind : KINDS) {
      List<EntityPair> first = errors.of(kind).stream().limit(examples).toList();
      if (!first.isEmpty()) {
        text.append('\n').append(name(kind)).append('\n');
        first.forEach(pair -> text.append(line(pair, sentences.get(pair.sentence()))));
      }
    }
    return text.toString();
  }

  /** The name that text output uses. */
  private static String name(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String line(EntityPair pair, Sentence sentence) {
    List<String> sides = new ArrayList<>();
    pair.gold().ifPresent(span -> sides.add("gold " + named(span, sentence)));
    pair.predicted().ifPresent(span -> sides.add("predicted " + named(span, sentence)));
    return "  sentence %s: %s | %s\n"
        .formatted(pair.sentence() + 1, String.join(", ", sides), around(pair, sentence));
  }

  private static String named(EntitySpan span, Sentence sentence) {
    return span.type() + " [" + String.join(" ", sentence.covered(span)) + "]";
  }

  private static String around(EntityPair pair, Sentence sentence) {
    List<String> words = sentence.words();
    EntitySpan any = pair.gold().or(pair::predicted).orElseThrow();
    EntitySpan other = pair.predicted().orElse(any);
    int from = Math.max(0, Math.min(any.begin(), other.begin()) - CONTEXT);
    int to = Math.min(words.size(), Math.max(any.end(), other.end()) + CONTEXT);
    return (from > 0 ? "... " : "")
        + String.join(" ", words.subList(from, to))
        + (to < words.size() ? " ..." : "");
  }
}
