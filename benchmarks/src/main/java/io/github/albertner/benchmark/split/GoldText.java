package io.github.albertner.benchmark.split;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.albertner.text.CharRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A text with its gold sentences, tokens and names.
 *
 * @param text all of it
 * @param sentences where they are, in UTF-16 units
 * @param tokens where they are
 * @param names where they are
 */
record GoldText(
    String text, List<CharRange> sentences, List<CharRange> tokens, List<CharRange> names) {

  /** Copies the lists. */
  GoldText {
    sentences = List.copyOf(sentences);
    tokens = List.copyOf(tokens);
    names = List.copyOf(names);
  }

  /**
   * Reads JSON Lines: {@code text}, {@code sentences} and {@code tokens} as [begin, end), {@code
   * entities} as [begin, end, type], all in code points.
   */
  static List<GoldText> read(Path file) throws IOException {
    List<GoldText> texts = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      JsonObject record = JsonParser.parseString(line).getAsJsonObject();
      String text = record.get("text").getAsString();
      texts.add(
          new GoldText(
              text,
              ranges(text, record.getAsJsonArray("sentences")),
              ranges(text, record.getAsJsonArray("tokens")),
              ranges(text, record.getAsJsonArray("entities"))));
    }
    return texts;
  }

  private static List<CharRange> ranges(String text, JsonArray array) {
    List<CharRange> ranges = new ArrayList<>();
    for (JsonElement element : array) {
      JsonArray pair = element.getAsJsonArray();
      ranges.add(
          new CharRange(
              text.offsetByCodePoints(0, pair.get(0).getAsInt()),
              text.offsetByCodePoints(0, pair.get(1).getAsInt())));
    }
    return ranges;
  }
}
