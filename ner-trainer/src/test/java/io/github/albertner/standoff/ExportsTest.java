package io.github.albertner.standoff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.corpus.Corpora;
import io.github.albertner.corpus.Corpus;
import io.github.albertner.corpus.CorpusFormatException;
import io.github.albertner.corpus.CorpusOptions;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files as tools export them. Beside each lies what is right: the format that it is recognised as,
 * and a sentence a line, with {@code =} before those that begin a document in it.
 */
class ExportsTest {

  private static final String EXPECTED = ".expected";

  @TempDir private Path folder;

  static Stream<String> exports() throws IOException, URISyntaxException {
    try (Stream<Path> files = Files.list(folderOfExports())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.endsWith(EXPECTED))
          .sorted()
          .toList()
          .stream();
    }
  }

  private static Path folderOfExports() throws URISyntaxException {
    URL folder = Objects.requireNonNull(ExportsTest.class.getResource("exports"), "no exports");
    return Path.of(folder.toURI());
  }

  private static CorpusOptions named(String format) {
    return CorpusOptions.DEFAULTS.withFormat(format);
  }

  @ParameterizedTest
  @MethodSource("exports")
  void isRecognisedAndRead(String name) throws IOException, URISyntaxException {
    Path file = folderOfExports().resolve(name);
    List<String> expected = Files.readAllLines(file.resolveSibling(name + EXPECTED));
    List<String> sentences = expected.subList(1, expected.size());
    Corpus corpus = Corpora.read(List.of(file), CorpusOptions.DEFAULTS);
    assertEquals(expected.get(0), corpus.statistics().files().get(0).format());
    boolean texts = sentences.stream().noneMatch(sentence -> sentence.startsWith("= "));
    assertEquals(sentences, texts ? Shown.of(corpus) : Shown.withDocuments(corpus));
    assertEquals(Shown.of(corpus), Shown.of(Corpora.read(List.of(file), named(expected.get(0)))));
  }

  /** With line ends of Windows, the same. */
  @ParameterizedTest
  @MethodSource("exports")
  void isReadWithLineEndsOfWindows(String name) throws IOException, URISyntaxException {
    Path file = folderOfExports().resolve(name);
    List<String> expected = Files.readAllLines(file.resolveSibling(name + EXPECTED));
    Path windows = folder.resolve(name);
    Files.writeString(windows, "\uFEFF" + Files.readString(file).replace("\n", "\r\n"));
    Corpus corpus = Corpora.read(List.of(windows), CorpusOptions.DEFAULTS);
    assertEquals(expected.get(0), corpus.statistics().files().get(0).format());
    assertEquals(expected.size() - 1, corpus.sentences().size());
  }

  @Test
  void spacysTokensAndTagsAreSpacys() throws IOException, URISyntaxException {
    Path file = folderOfExports().resolve("spacy2.json");
    Corpus corpus = Corpora.read(List.of(file), named("spacy"));
    assertEquals(3, corpus.sentences().size());
    assertEquals(
        Map.of("sentences left out: not all of their words are annotated", 1L),
        corpus.statistics().changes());
  }

  @Test
  void whatWasNotAnnotatedIsCounted() throws IOException, URISyntaxException {
    for (String name : List.of("ner-annotator.json", "dataturks.json", "argilla2.json")) {
      Corpus corpus =
          Corpora.read(List.of(folderOfExports().resolve(name)), CorpusOptions.DEFAULTS);
      assertEquals(
          Map.of("texts left out: not annotated", 1L), corpus.statistics().changes(), name);
    }
  }

  private Path write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8);
  }

  private CorpusFormatException refusal(String name, String content) throws IOException {
    Path file = write(name, content);
    return assertThrows(
        CorpusFormatException.class, () -> Corpora.read(List.of(file), CorpusOptions.DEFAULTS));
  }

  @Test
  void labelsThatAreNumbersNeedNames() throws IOException {
    String record =
        "{\"id\": 1, \"text\": \"Nina left.\", \"annotations\": [{\"label\": 7, \"start_offset\": 0,"
            + " \"end_offset\": 4, \"user\": 1}], \"meta\": {}}";
    CorpusFormatException refusal = refusal("a.jsonl", record);
    assertTrue(refusal.found().contains("the number 7"), refusal.getMessage());
    assertTrue(refusal.expected().contains("--tag-names 7=PER"), refusal.getMessage());
    List<String> names = List.of("", "", "", "", "", "", "", "PER");
    assertEquals(
        List.of("<PER Nina> left ."),
        Shown.of(
            Corpora.read(
                List.of(folder.resolve("a.jsonl")), CorpusOptions.DEFAULTS.withTagNames(names))));
  }

  @Test
  void textsAnnotatedAsHtmlAreLeftOutAndCounted() throws IOException {
    String region =
        "{\"start\":\"/p[1]/text()[1]\",\"end\":\"/p[1]/text()[1]\",\"startOffset\":0,"
            + "\"endOffset\":4,\"text\":\"Nina\",\"hypertextlabels\":[\"PER\"]}";
    String task =
        "{\"data\":{\"html\":\"<p>Nina left.</p>\"},\"annotations\":[{\"result\":[{\"type\":"
            + "\"hypertextlabels\",\"value\":"
            + region
            + "}]}]}";
    String minimal = "{\"html\":\"<p>Nina left.</p>\",\"label\":[" + region + "]}";
    for (String record : List.of(task, minimal)) {
      CorpusFormatException refusal = refusal("a.json", "[" + record + "]");
      assertTrue(
          refusal.found().startsWith("none (1 texts left out: annotated as HTML"),
          refusal.getMessage());
    }
  }

  @Test
  void linesOfAProgramAreTheOnesOfItsFile() throws IOException {
    CorpusFormatException refusal =
        refusal(
            "a.py",
            """
            # first

            DATA = [
              ("Nina", {"entities": []}),
              # x
              ("Nina",
               {"entities": [(0, 9, 'PER')]}),
            ]
            print(DATA)
            """);
    assertEquals(6, refusal.line());
  }

  @Test
  void aProgramWithMoreThanDataIsNone() throws IOException {
    CorpusFormatException refusal = refusal("a.py", "DATA = [(text, {\"entities\": []})]\n");
    assertTrue(refusal.getMessage().contains("name the format"), refusal.getMessage());
  }

  @Test
  void rowsOfWebAnnoThatAreNoneAreNamed() throws IOException {
    String start = "#FORMAT=WebAnno TSV 3.3\n#T_SP=x.NamedEntity|value\n\n\n#Text=Nina left\n";
    assertEquals(6, refusal("a.tsv", start + "1-1 0-4 Nina PER\n").line());
    assertEquals(7, refusal("a.tsv", start + "1-1\t0-4\tNina\tPER\n1-2\t2-6\tleft\t_\n").line());
    assertEquals(
        "none", refusal("a.tsv", "#FORMAT=WebAnno TSV 3.3\n\n#Text=a\n1-1\t0-1\ta\n").found());
  }
}
