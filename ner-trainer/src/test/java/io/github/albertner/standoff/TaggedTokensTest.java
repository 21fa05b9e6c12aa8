package io.github.albertner.standoff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.corpus.Corpora;
import io.github.albertner.corpus.Corpus;
import io.github.albertner.corpus.CorpusFormatException;
import io.github.albertner.corpus.CorpusOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hugging Face's records of tokens and tags. */
class TaggedTokensTest {

  private static final List<String> NAMES = List.of("O", "B-PER", "I-PER");
  private static final String NUMBERED =
      "{\"id\": \"0\", \"tokens\": [\"Ada\", \"Lee\", \"left\"], \"ner_tags\": [1, 2, 0]}";

  @TempDir private Path folder;

  private Corpus read(CorpusOptions options, String... lines) throws IOException {
    Path file = folder.resolve("data.jsonl");
    Files.writeString(file, String.join("\n", lines));
    return Corpora.read(List.of(file), options);
  }

  @Test
  void tagsMayBeNames() throws IOException {
    Corpus corpus =
        read(
            CorpusOptions.DEFAULTS,
            "{\"tokens\": [\"Ada\", \"Lee\", \"left\"], \"ner_tags\": [\"B-PER\", \"I-PER\", \"O\"]}",
            "{\"words\": [\"New York\"], \"tags\": [\"B-LOC\"]}");
    assertEquals(List.of("<PER Ada Lee> left", "<LOC New York>"), Shown.of(corpus));
    assertEquals("hf-jsonl", corpus.statistics().files().get(0).format());
    assertEquals(1, corpus.statistics().documents());
  }

  @ParameterizedTest
  @CsvSource({
    "IOB1, 'I-P,B-P,I-P,O', '<P a> <P b c> d'",
    "BIOES, 'S-P,B-P,E-P,O', '<P a> <P b c> d'",
    "BILOU, 'U-P,B-P,L-P,O', '<P a> <P b c> d'"
  })
  void theSchemeIsFoundOut(String scheme, String tags, String expected) throws IOException {
    Corpus corpus =
        read(
            CorpusOptions.DEFAULTS,
            "{\"tokens\": [\"a\", \"b\", \"c\", \"d\"], \"ner_tags\": [\""
                + tags.replace(",", "\", \"")
                + "\"]}");
    assertEquals(List.of(expected), Shown.of(corpus));
    assertTrue(corpus.statistics().files().get(0).layout().endsWith(scheme));
    assertEquals(0, corpus.statistics().repairedTags());
  }

  @ParameterizedTest
  @CsvSource({
    "'P,P,O,L', '<P a b> c <L d>', IO (types only: neighbours of one type are one entity)",
    "'B_P,M_P,E_P,S_L', '<P a b c> <L d>', BIOES written as B_PER",
    "'P-B,P-I,0,L-B', '<P a b> c <L d>', 'BIO written as PER-B, 0 read as O'"
  })
  void otherNotationsAreFoundOut(String tags, String expected, String scheme) throws IOException {
    Corpus corpus = read(CorpusOptions.DEFAULTS, record(tags));
    assertEquals(List.of(expected), Shown.of(corpus));
    String layout = corpus.statistics().files().get(0).layout();
    assertTrue(layout.endsWith(scheme), layout);
  }

  @Test
  void aTagThatIsNotUnderstoodIsNamed() {
    CorpusFormatException refusal =
        assertThrows(
            CorpusFormatException.class,
            () -> read(CorpusOptions.DEFAULTS, record("B-P,O,O,O"), record("O,O,P,O")));
    assertEquals(2, refusal.line());
    assertEquals("'P' for token 3", refusal.found());
  }

  private static String record(String tags) {
    return "{\"tokens\": [\"a\", \"b\", \"c\", \"d\"], \"ner_tags\": [\""
        + tags.replace(",", "\", \"")
        + "\"]}";
  }

  @Test
  void numbersNeedNames() throws IOException {
    CorpusFormatException refusal =
        assertThrows(CorpusFormatException.class, () -> read(CorpusOptions.DEFAULTS, NUMBERED));
    assertEquals(1, refusal.line());
    assertTrue(refusal.getMessage().contains("--tag-names"), refusal.getMessage());
    assertEquals(
        List.of("<PER Ada Lee> left"),
        Shown.of(read(CorpusOptions.DEFAULTS.withTagNames(NAMES), NUMBERED)));
    Files.writeString(
        folder.resolve("dataset_info.json"),
        "{\"features\": {\"tokens\": {}, \"ner_tags\": {\"feature\": {\"names\": [\"O\", \"B-X\", \"I-X\"],"
            + " \"_type\": \"ClassLabel\"}, \"_type\": \"Sequence\"}}}");
    assertEquals(List.of("<X Ada Lee> left"), Shown.of(read(CorpusOptions.DEFAULTS, NUMBERED)));
  }

  @Test
  void aNameOfADocumentThatChangesBeginsOne() throws IOException {
    String record = "{\"document_id\": \"%s\", \"tokens\": [\"%s\"], \"ner_tags\": [\"O\"]}";
    assertEquals(
        List.of("a", "b", "= c"),
        Shown.withDocuments(
            read(
                CorpusOptions.DEFAULTS,
                record.formatted("1", "a"),
                record.formatted("1", "b"),
                record.formatted("2", "c"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"tokens\": [\"a\"], \"ner_tags\": [\"O\", \"O\"]} | as many tags as tokens",
        "{\"tokens\": [\"a\"], \"ner_tags\": [\"X\"]}        | tags: O, or one of",
        "{\"tokens\": [\"a\"], \"ner_tags\": [7]}            | numbers from 0 to 2",
        "{\"tokens\": [\"a\"], \"ner_tags\": [-1]}           | numbers from 0 to 2",
        "{\"tokens\": [\"a\"], \"ner_tags\": [0.5]}          | tags that are whole numbers",
        "{\"tokens\": [\"\"], \"ner_tags\": [0]}             | tokens with at least one character",
        "{\"tokens\": [3], \"ner_tags\": [0]}                | tokens that are strings",
        "{\"tokens\": [\"a\"]}                               | an array ner_tags",
        "{\"tokens\": [\"a\", \"ner_                         | a JSON record in one line",
        "7                                                   | a JSON object"
      })
  void whatIsWrongIsSaidByLine(String bad, String expected) throws IOException {
    CorpusOptions options = CorpusOptions.DEFAULTS.withTagNames(NAMES);
    CorpusFormatException refusal =
        assertThrows(CorpusFormatException.class, () -> read(options, NUMBERED, bad));
    assertTrue(
        refusal.getMessage().contains("data.jsonl:2: expected " + expected), refusal.getMessage());
    Corpus rest = read(options.withSkipBadLines(true), NUMBERED, bad, NUMBERED);
    assertEquals(2, rest.sentences().size());
    assertEquals(1, rest.statistics().badLines());
  }
}
