package io.github.albertner.testing;

import io.github.albertner.label.EntitySpan;
import io.github.albertner.text.Passage;
import io.github.albertner.text.PassageReader;
import io.github.albertner.text.Splitter;
import io.github.albertner.text.TextInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Texts to test with, and a tagger that needs no network. */
public final class Texts {

  /** The splitter of English text. */
  public static final Splitter SPLITTER = Splitter.english();

  private Texts() {}

  /** Prose with everything that moves offsets: line ends, spaces of all kinds, marks, emoji. */
  public static Arbitrary<String> any() {
    Arbitrary<String> words =
        Arbitraries.of(
            "Ada",
            "Lovelace",
            "lived",
            "in",
            "St.",
            "U.S.",
            "e.g.",
            "3.14",
            "don't",
            "(x)",
            "<END>",
            "a&b",
            "\"quoted\"",
            "na\u00EFve",
            "e\u0301a\u0301o\u0308",
            "\u4E2D\u6587\u3002",
            "\u05E9\u05DC\u05D5\u05DD",
            "\uD83D\uDE00",
            "\uD83D\uDE00.\uD83D\uDC4D\uD83C\uDFFD",
            "\uD83D\uDC69\u200D\uD83D\uDE80",
            "\uD835\uDC00\uD835\uDC01",
            "x\u200By",
            "\u00AD",
            "\u0000",
            "\u0085",
            "[CLS]",
            "https://x.y/z?a=b.c");
    Arbitrary<String> ends = Arbitraries.of("", "", "", ".", "!", "?\"", ",", "...", ".\u0301");
    Arbitrary<String> spaces =
        Arbitraries.of(
            " ",
            " ",
            " ",
            "",
            "  ",
            "\t",
            "\u00A0",
            "\u3000",
            "\u2028",
            "\n",
            "\r\n",
            "\r",
            "\n\n",
            "\r\n\r\n",
            "\n \t\n",
            "\u200B");
    Arbitrary<String> prose =
        Combinators.combine(words, ends, spaces)
            .as((word, end, space) -> word + end + space)
            .list()
            .ofMaxSize(60)
            .map(parts -> String.join("", parts));
    Arbitrary<String> anything =
        Arbitraries.strings()
            .withChars(' ', '.', '\n', '\r')
            .ascii()
            .withCharRange('\u0300', '\u036F')
            .withCharRange('\u2000', '\u206F')
            .ofMaxLength(80)
            .map(Texts::withoutMark);
    return Arbitraries.oneOf(prose, prose, anything);
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** A text as an input that gives at most {@code step} bytes at a time. */
  public static TextInput input(String text, int step) {
    return new TextInput(
        "a.txt",
        trickle(text.getBytes(StandardCharsets.UTF_8), step),
        StandardCharsets.UTF_8,
        CodingErrorAction.REPORT);
  }

  /** Bytes, at most {@code step} at a time. */
  public static InputStream trickle(byte[] bytes, int step) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public synchronized int read(byte[] target, int offset, int length) {
        return super.read(target, offset, Math.min(length, step));
      }
    };
  }

  /** All passages. */
  public static List<Passage> readAll(PassageReader in) throws IOException {
    List<Passage> passages = new ArrayList<>();
    try (in) {
      for (Optional<Passage> next = in.next(); next.isPresent(); next = in.next()) {
        passages.add(next.get());
      }
    }
    return passages;
  }

  /** Entities that depend on the tokens alone: some tokens, alone or with the one after. */
  public static List<List<EntitySpan>> tag(List<List<String>> sentences) {
    return sentences.stream().map(Texts::tagOne).toList();
  }

  private static List<EntitySpan> tagOne(List<String> words) {
    List<EntitySpan> spans = new ArrayList<>();
    int word = 0;
    while (word < words.size()) {
      int kind = Math.floorMod(words.get(word).hashCode(), 5);
      int end = Math.min(words.size(), word + (kind == 1 ? 2 : 1));
      if (kind < 3) {
        spans.add(new EntitySpan(word, end, kind == 2 ? "b&b" : "person", 0.25 * (kind + 1)));
      }
      word = end;
    }
    return spans;
  }

  /** Capitalised words are persons, for tests to be read. */
  public static List<List<EntitySpan>> tagCapitals(List<List<String>> sentences) {
    List<List<EntitySpan>> found = new ArrayList<>();
    for (List<String> words : sentences) {
      List<EntitySpan> spans = new ArrayList<>();
      int begin = 0;
      for (int word = 0; word <= words.size(); word++) {
        if (word == words.size() || !Character.isUpperCase(words.get(word).charAt(0))) {
          if (begin < word) {
            spans.add(new EntitySpan(begin, word, "person", 0.98765));
          }
          begin = word + 1;
        }
      }
      found.add(spans);
    }
    return found;
  }
}
