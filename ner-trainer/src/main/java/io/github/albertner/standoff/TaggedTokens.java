package io.github.albertner.standoff;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.albertner.corpus.CorpusFormatException;
import io.github.albertner.corpus.TagNotation;
import io.github.albertner.label.Tag;
import io.github.albertner.standoff.JsonRecord.Malformed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A record of tokens and tags.
 *
 * @param words none empty
 * @param tags as many; names as the file has them or {@link #NOT_ANNOTATED}, after {@link #in}
 *     well-formed
 * @param document name of the document it is from, or null
 */
record TaggedTokens(List<String> words, List<String> tags, String document) {

  static final String TOKENS = "tokens";
  static final String TAGS = "ner_tags";

  /** The tag of a token that nobody has annotated, which spaCy 2's JSON writes {@code -}. */
  static final String NOT_ANNOTATED = "";

  private static final List<String> WORD_KEYS = List.of(TOKENS, "words", "sentence", "text");
  private static final List<String> TAG_KEYS = List.of(TAGS, "tags", "labels", "ner");
  private static final List<String> DOCUMENTS =
      List.of(JsonSpans.DOCUMENT_ID, "doc_id", "document");

  /** Whether a record is one of tokens and tags, right or not. */
  static boolean isRecord(JsonObject record) {
    return JsonRecord.key(record, WORD_KEYS).filter(k -> record.get(k).isJsonArray()).isPresent()
        && JsonRecord.key(record, TAG_KEYS).filter(k -> record.get(k).isJsonArray()).isPresent();
  }

  /**
   * Reads a record.
   *
   * @param names what numbers mean, from 0 on; none if they are not known
   */
  static TaggedTokens of(JsonElement json, List<String> names) throws Malformed {
    JsonObject record = JsonRecord.object(json, "a JSON object");
    JsonArray words = array(record, WORD_KEYS);
    JsonArray tags = array(record, TAG_KEYS);
    if (words.size() != tags.size()) {
      throw new Malformed(words.size() + " and " + tags.size(), "as many tags as tokens");
    }
    List<String> tokens = JsonRecord.strings(words, "tokens that are strings");
    if (tokens.contains("")) {
      throw new Malformed("an empty one", "tokens with at least one character");
    }
    List<String> named = new ArrayList<>(tags.size());
    for (JsonElement tag : tags) {
      named.add(tag(tag, names));
    }
    Optional<String> document = JsonRecord.key(record, DOCUMENTS);
    return new TaggedTokens(
        tokens, named, document.map(k -> JsonRecord.optionalString(record.get(k))).orElse(null));
  }

  /** Whether there is no token that nobody has annotated. */
  boolean isAnnotated() {
    return !tags.contains(NOT_ANNOTATED);
  }

  private static JsonArray array(JsonObject record, List<String> keys) throws Malformed {
    Optional<String> key = JsonRecord.key(record, keys);
    if (key.isEmpty()) {
      throw new Malformed("only " + String.join(", ", record.keySet()), "an array " + keys.get(0));
    }
    return JsonRecord.array(record.get(key.get()), "an array as " + key.get());
  }

  private static String tag(JsonElement element, List<String> names) throws Malformed {
    String tag;
    if (element.isJsonPrimitive() && element.getAsJsonPrimitive().isNumber()) {
      if (names.isEmpty()) {
        throw new Malformed(
            "the number " + element,
            "tags by name, or the names of numbers: dataset_info.json beside the file, or --tag-names"
                + " O,B-PER,I-PER (or a file) on the command line");
      }
      long number = JsonRecord.offset(element, "tags that are whole numbers or names");
      if (number < 0 || number >= names.size()) {
        throw new Malformed(
            "the number " + number,
            "numbers from 0 to " + (names.size() - 1) + ", as there are names");
      }
      tag = names.get((int) number);
    } else {
      tag = JsonRecord.string(element, "tags that are names or numbers");
    }
    return tag;
  }

  /**
   * The same with tags in standard notation.
   *
   * @param notation what the file writes them in
   * @throws Malformed if one is no tag
   */
  TaggedTokens in(TagNotation notation) throws Malformed {
    List<String> standard = new ArrayList<>(tags.size());
    for (int i = 0; i < tags.size(); i++) {
      Optional<Tag> tag = notation.read(tags.get(i));
      if (tag.isEmpty()) {
        throw new Malformed(
            CorpusFormatException.quote(tags.get(i)) + " for token " + (i + 1),
            "tags: " + notation.expectation());
      }
      standard.add(tag.get().toString());
    }
    return new TaggedTokens(words, standard, document);
  }
}
