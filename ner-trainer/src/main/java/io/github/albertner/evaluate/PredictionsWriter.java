package io.github.albertner.evaluate;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.label.EntitySpan;
import io.github.albertner.label.TagScheme;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/** Writes gold entities and predictions side by side, for other tools and for looking at. */
public enum PredictionsWriter {
  /**
   * A line for each word: the word, where asked for the probability of the prediction, gold tag,
   * predicted tag, in BIO; an empty line after each sentence. Separated by single spaces, as the
   * conlleval script takes them; by tabs if a word or a type holds a space (the script's option
   * {@code -d '\t'}). A document begins with {@code -DOCSTART-}, which the script counts as a word.
   */
  COLUMNS {
    @Override
    public void write(
        Writer out, List<Sentence> gold, List<List<EntitySpan>> predicted, boolean probabilities)
        throws IOException {
      char separator = holdsSpace(gold, predicted) ? '\t' : ' ';
      for (int i = 0; i < gold.size(); i++) {
        Sentence sentence = gold.get(i);
        if (i > 0 && sentence.startsDocument()) {
          String none = probabilities ? separator + "-" : "";
          out.write("-DOCSTART-" + none + (separator + "O").repeat(2) + "\n\n");
        }
        writeSentence(out, sentence, predicted.get(i), separator, probabilities);
      }
    }
  },
  /**
   * An object a line: {@code words}, {@code gold} and {@code predicted}, the entities with {@code
   * begin} and {@code end} (words from 0, the end after the last), {@code type} and, predicted
   * ones, {@code probability}; {@code startsDocument} where one begins.
   */
  JSON_LINES {
    @Override
    public void write(
        Writer out, List<Sentence> gold, List<List<EntitySpan>> predicted, boolean probabilities)
        throws IOException {
      Gson gson = new GsonBuilder().disableHtmlEscaping().create();
      for (int i = 0; i < gold.size(); i++) {
        JsonObject json = new JsonObject();
        json.add("words", gson.toJsonTree(gold.get(i).words()));
        json.add("gold", entities(gold.get(i).entities(), false));
        json.add("predicted", entities(EntityMatcher.ordered(predicted.get(i)), true));
        json.addProperty("startsDocument", gold.get(i).startsDocument());
        out.write(gson.toJson(json) + "\n");
      }
    }
  };

  /**
   * Writes.
   *
   * @param out takes the text; not closed
   * @param gold sentences with the entities that are there
   * @param predicted the entities found in each
   * @param probabilities whether columns have one for the probability of the prediction
   * @throws IOException if writing fails, or a word or type does not fit the format
   */
  public abstract void write(
      Writer out, List<Sentence> gold, List<List<EntitySpan>> predicted, boolean probabilities)
      throws IOException;

  /**
   * The format that a file's name asks for.
   *
   * @param name of the file
   * @return JSON lines for {@code .jsonl}, otherwise columns
   */
  public static PredictionsWriter forName(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".jsonl") ? JSON_LINES : COLUMNS;
  }

  private static void writeSentence(
      Writer out,
      Sentence sentence,
      List<EntitySpan> predicted,
      char separator,
      boolean probabilities)
      throws IOException {
    List<String> words = sentence.words();
    List<String> gold = TagScheme.BIO.encode(sentence.entities(), words.size());
    List<String> found = TagScheme.BIO.encode(predicted, words.size());
    for (int word = 0; word < words.size(); word++) {
      String line =
          words.get(word)
              + separator
              + (probabilities ? probability(predicted, word) + separator : "")
              + gold.get(word)
              + separator
              + found.get(word);
      if (line.chars().anyMatch(c -> c == '\n' || c == '\r')
          || line.chars().filter(c -> c == separator).count() != (probabilities ? 3 : 2)) {
        throw new IOException(
            "the word '%s' or its type holds a tab or a line end, which columns cannot; name the"
                    .formatted(words.get(word))
                + " file .jsonl");
      }
      out.write(line + "\n");
    }
    out.write("\n");
  }

  /** Of the entity at a word; a dash where there is none. */
  private static String probability(List<EntitySpan> entities, int word) {
    return entities.stream()
        .filter(entity -> entity.begin() <= word && word < entity.end())
        .findFirst()
        .map(entity -> String.format(Locale.ROOT, "%.4f", entity.probability()))
        .orElse("-");
  }

  private static boolean holdsSpace(List<Sentence> gold, List<List<EntitySpan>> predicted) {
    for (int i = 0; i < gold.size(); i++) {
      boolean found =
          gold.get(i).words().stream().anyMatch(PredictionsWriter::holdsSpace)
              || gold.get(i).entities().stream().anyMatch(e -> holdsSpace(e.type()))
              || predicted.get(i).stream().anyMatch(e -> holdsSpace(e.type()));
      if (found) {
        return true;
      }
    }
    return false;
  }

  /** Whatever the script's pattern for separators would match. */
  private static boolean holdsSpace(String text) {
    return text.chars().anyMatch(c -> c == ' ');
  }

  private static JsonArray entities(List<EntitySpan> spans, boolean probabilities) {
    JsonArray array = new JsonArray();
    for (EntitySpan span : spans) {
      JsonObject json = new JsonObject();
      json.addProperty("begin", span.begin());
      json.addProperty("end", span.end());
      json.addProperty("type", span.type());
      if (probabilities) {
        json.addProperty("probability", span.probability());
      }
      array.add(json);
    }
    return array;
  }
}
