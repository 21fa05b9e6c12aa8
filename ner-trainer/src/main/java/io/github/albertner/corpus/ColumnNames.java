package io.github.albertner.corpus;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names that files give to columns, and to what stands before a tag in a cell. */
final class ColumnNames {

  private static final Set<String> WORDS =
      Set.of("word", "words", "token", "tokens", "form", "wordform", "surface");
  private static final Set<String> TAGS =
      Set.of(
          "ner",
          "ne",
          "nertag",
          "nertags",
          "tag",
          "tags",
          "label",
          "labels",
          "entity",
          "entities",
          "entity_tag",
          "entity_type",
          "named_entity",
          "namedentity",
          "name",
          "iob",
          "iob2",
          "bio",
          "io",
          "iob_tag",
          "bio_tag",
          "word_tags",
          "word_labels",
          "entity_tags",
          "entity_label",
          "entity_labels");
  private static final Set<String> SENTENCES =
      Set.of(
          "sentence",
          "sentence_id",
          "sentence_idx",
          "sentence_index",
          "sentence_no",
          "sentence_nr",
          "sentence_num",
          "sentence_number",
          "sentenceid",
          "sent",
          "sent_id",
          "sent_idx",
          "sentid",
          "sent_no",
          "sent_num");
  private static final Set<String> DOCUMENTS =
      Set.of("doc", "doc_id", "docid", "document", "document_id", "documentid", "article_id");

  private ColumnNames() {}

  /** {@code Sentence #} is sentence, {@code PARSEME:NE} is ne. */
  private static String normal(String name) {
    return name.substring(name.lastIndexOf(':') + 1)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "_")
        .replaceAll("^_|_$", "");
  }

  static boolean isWord(String name) {
    return WORDS.contains(normal(name));
  }

  static boolean isTag(String name) {
    String normal = normal(name);
    return TAGS.contains(normal) || normal.startsWith("ne_") || normal.startsWith("ner_");
  }

  static boolean isSentence(String name) {
    return SENTENCES.contains(normal(name));
  }

  static boolean isDocument(String name) {
    return DOCUMENTS.contains(normal(name));
  }

  /** Whether a row names columns: one of tags, and one of words or sentences. */
  static boolean areNames(List<String> cells) {
    return cells.stream().anyMatch(ColumnNames::isTag)
        && cells.stream().anyMatch(cell -> isWord(cell) || isSentence(cell));
  }
}
