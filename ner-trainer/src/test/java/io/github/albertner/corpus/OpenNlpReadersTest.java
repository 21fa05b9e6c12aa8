package io.github.albertner.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.albertner.label.EntitySpan;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import opennlp.tools.cmdline.StreamFactoryRegistry;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.util.ObjectStream;
import opennlp.tools.util.Span;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** OpenNLP's own samples, read by OpenNLP's readers and ours: the same where OpenNLP is right. */
@Tag("corpus")
class OpenNlpReadersTest {

  private static final Path SAMPLES =
      Path.of(System.getProperty("ner.shared", "../shared"), "corpora/opennlp-samples/formats");

  /** What OpenNLP calls the types of CoNLL. */
  private static final Map<String, String> TYPES =
      Map.of(
          "PER", "person", "LOC", "location", "ORG", "organization", "MISC", "misc", "GPE", "gpe");

  @BeforeAll
  static void samplesAreThere() {
    assumeTrue(
        Files.isDirectory(SAMPLES), () -> "no samples in " + SAMPLES + "; set -Dner.shared=DIR");
  }

  private static List<String> openNlp(String format, String... arguments) throws IOException {
    List<String> shown = new ArrayList<>();
    try (ObjectStream<NameSample> samples =
        StreamFactoryRegistry.getFactory(NameSample.class, format).create(arguments)) {
      NameSample sample;
      while ((sample = samples.read()) != null) {
        if (sample.getSentence().length == 0) {
          continue;
        }
        StringBuilder line = new StringBuilder(String.join(" ", sample.getSentence()));
        for (Span name : sample.getNames()) {
          line.append(" | ").append(name.getType()).append(' ').append(name.getStart());
          line.append('-').append(name.getEnd());
        }
        shown.add(line.toString());
      }
    }
    return shown;
  }

  private static List<String> ours(Path file, String format, Charset encoding) throws IOException {
    List<String> shown = new ArrayList<>();
    CorpusOptions options = CorpusOptions.DEFAULTS.withFormat(format).withEncoding(encoding);
    for (Sentence sentence : Corpora.read(List.of(file), options).sentences()) {
      StringBuilder line = new StringBuilder(String.join(" ", sentence.words()));
      for (EntitySpan entity : sentence.entities()) {
        line.append(" | ").append(TYPES.getOrDefault(entity.type(), entity.type())).append(' ');
        line.append(entity.begin()).append('-').append(entity.end());
      }
      shown.add(line.toString());
    }
    return shown;
  }

  @ParameterizedTest
  @CsvSource({
    "conll02, conll2002-es.sample, spa, 'per,loc,org,misc', UTF-8",
    "conll02, conll2002-nl.sample, nld, 'per,loc,org,misc', UTF-8",
    "conll03, conll2003-en.sample, eng, 'per,loc,org,misc', UTF-8",
    "conll03, conll2003-de.sample, deu, 'per,loc,org,misc', UTF-8",
    "evalita, evalita-ner-it-01.sample, it, 'per,loc,org,gpe', ISO-8859-1",
    "evalita, evalita-ner-it-02.sample, it, 'per,loc,org,gpe', UTF-8",
    "evalita, evalita-ner-it-03.sample, it, 'per,loc,org,gpe', UTF-8"
  })
  void columns(String format, String name, String language, String types, String encoding)
      throws IOException {
    Path file = SAMPLES.resolve(name);
    List<String> theirs =
        openNlp(
            format,
            "-lang",
            language,
            "-types",
            types,
            "-data",
            file.toString(),
            "-encoding",
            encoding);
    assertEquals(theirs, ours(file, format, Charset.forName(encoding)));
  }

  @Test
  void bioNlp() throws IOException {
    Path file = SAMPLES.resolve("bionlp2004-01.sample");
    assertEquals(
        openNlp(
            "bionlp2004",
            "-types",
            "DNA,protein,cell_type,cell_line,RNA",
            "-data",
            file.toString(),
            "-encoding",
            "UTF-8"),
        ours(file, "bionlp2004", StandardCharsets.UTF_8));
  }

  @Test
  void trees() throws IOException {
    Path file = SAMPLES.resolve("ad/ad.sample");
    assertEquals(
        openNlp("ad", "-lang", "por", "-data", file.toString(), "-encoding", "UTF-8"),
        ours(file, "ad", StandardCharsets.UTF_8));
  }

  /** OpenNLP's reader has a sentence of one empty word for each line without words. */
  @Test
  void ontoNotes() throws IOException {
    Path file = SAMPLES.resolve("ontonotes/ontonotes-sample-01.name");
    List<String> theirs = openNlp("ontonotes", "-ontoNotesDir", file.getParent().toString());
    List<String> worded = theirs.stream().filter(line -> !line.isEmpty()).toList();
    assertNotEquals(theirs, worded);
    assertEquals(worded, ours(file, "ontonotes", StandardCharsets.UTF_8));
  }

  @Test
  void masc() throws IOException {
    Path folder = SAMPLES.resolve("masc");
    assertEquals(
        openNlp("masc", "-data", folder.toString(), "-recurrentSearch", "false", "-fileFilter", ""),
        ours(folder, "masc", StandardCharsets.UTF_8));
    // To OpenNLP each of its two sentences is a document.
    assertEquals(1, Corpora.read(List.of(folder), CorpusOptions.DEFAULTS).statistics().documents());
  }
}
