package io.github.albertner.vocabulary;

import io.github.albertner.plaintext.Paragraph;
import io.github.albertner.plaintext.TextReader;
import io.github.albertner.text.Splitter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Paragraphs to make a vocabulary from, in a file for the trainer, and paragraphs to judge it by.
 *
 * @param paragraphs sampled
 * @param characters in them
 * @param heldOut words of each paragraph that was held out, up to {@value #MOST_HELD_OUT}
 *     characters
 */
record TextSample(long paragraphs, long characters, List<List<String>> heldOut) {

  private static final int MOST_HELD_OUT = 2_000_000;

  TextSample {
    heldOut = List.copyOf(heldOut);
  }

  /**
   * Reads all text.
   *
   * @param text closed in the end
   * @param out the trainer's input: a line for each paragraph as it is, and one of its words
   * @param splitter for the language of the text
   * @param casing counts all paragraphs, sampled or not
   * @param progress called after each paragraph
   */
  static TextSample write(
      TextReader text,
      Sampling sampling,
      Path out,
      Splitter splitter,
      CasingCounter casing,
      Consumer<TextReader> progress)
      throws IOException {
    long paragraphs = 0;
    long characters = 0;
    List<List<String>> heldOut = new ArrayList<>();
    long heldOutCharacters = 0;
    Path file = null;
    long number = 0;
    try (text;
        Writer sample = Files.newBufferedWriter(out, StandardCharsets.UTF_8)) {
      for (Paragraph next = text.read(); next != null; next = text.read()) {
        number = next.file().equals(file) ? number + 1 : 0;
        file = next.file();
        String paragraph = next.text();
        casing.add(paragraph);
        if (sampling.isSampled(number)) {
          sample.write(paragraph + "\n" + String.join(" ", words(paragraph, splitter)) + "\n");
          paragraphs++;
          characters += paragraph.codePointCount(0, paragraph.length());
        } else if (sampling.isHeldOut(number) && heldOutCharacters < MOST_HELD_OUT) {
          heldOut.add(words(paragraph, splitter));
          heldOutCharacters += paragraph.length();
        }
        progress.accept(text);
      }
    }
    return new TextSample(paragraphs, characters, heldOut);
  }

  private static List<String> words(String paragraph, Splitter splitter) {
    return splitter.words(paragraph).stream().flatMap(List::stream).toList();
  }
}
