package io.github.albertner.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.namefind.NameSampleDataStream;
import opennlp.tools.util.MarkableFileInputStreamFactory;
import opennlp.tools.util.ObjectStream;
import opennlp.tools.util.PlainTextByLineStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Published corpora, read whole with nothing chosen. The counts were made independently, by a short
 * Python script that splits at tabs (wikigold: spaces) and counts entities as conlleval does.
 */
@Tag("corpus")
class SharedCorporaTest {

  private static final Path CORPORA =
      Path.of(System.getProperty("ner.shared", "../shared"), "corpora");

  @BeforeAll
  static void corporaAreThere() {
    assumeTrue(
        Files.isDirectory(CORPORA), () -> "no corpora in " + CORPORA + "; set -Dner.shared=DIR");
  }

  private static Path shared(String path) {
    return CORPORA.resolve(path);
  }

  private static CorpusStatistics read(String path, CorpusOptions options) throws IOException {
    Corpus corpus = Corpora.read(List.of(shared(path)), options);
    assertEquals(corpus.sentences().size(), corpus.statistics().sentences());
    return corpus.statistics();
  }

  @ParameterizedTest
  @CsvSource({
    "wnut17/wnut17train.conll,            3394,  62730,  1975, 'tabs, word 1, tag 2, BIO'",
    "wnut17/emerging.dev.conll,           1009,  15733,   836, 'tabs, word 1, tag 2, BIO'",
    "wnut17/emerging.test.annotated,      1287,  23394,  1079, 'tabs, word 1, tag 2, BIO'",
    "btc/a.conll,                         1000,  16612,   521, 'tabs, word 1, tag 2, BIO'",
    "btc/b.conll,                         2000,  30825,  1610, 'tabs, word 1, tag 2, BIO'",
    "btc/e.conll,                          200,   3981,   325, 'tabs, word 1, tag 2, BIO'",
    "btc/g.conll,                         2138,  34062,  4685, 'tabs, word 1, tag 2, BIO'",
    "wikigold/wikigold.conll.txt,         1696,  39007,  3558, 'spaces, word 1, tag 2, IOB1'",
    "bc5cdr/train.tsv,                    4560, 118170,  9385, 'tabs, word 1, tag 2, BIO'",
    "bc5cdr/devel.tsv,                    4581, 117453,  9593, 'tabs, word 1, tag 2, BIO'",
    "bc5cdr/test.tsv,                     4797, 124750,  9809, 'tabs, word 1, tag 2, BIO'",
    "ncbi-disease/train.tsv,              5424, 135701,  5134, 'tabs, word 1, tag 2, BIO'",
    "ncbi-disease/devel.tsv,               923,  23969,   787, 'tabs, word 1, tag 2, BIO'",
    "ncbi-disease/test.tsv,                940,  24497,   960, 'tabs, word 1, tag 2, BIO'",
    "mit-restaurant/restauranttrain.bio,  7660,  70525, 15363, 'tabs, word 2, tag 1, BIO'",
    "mit-restaurant/restaurantvalid.bio,   815,   7449,  1712, 'tabs, word 2, tag 1, BIO'",
    "mit-restaurant/restauranttest.bio,    706,   6807,  1439, 'tabs, word 2, tag 1, BIO'",
    "germeval2014/NER-de-dev.tsv,         2200,  41653,  2674, 'tabs, word 2, tag 3 (not read: tags in 4), BIO'",
    "germeval2014/NER-de-test.tsv,        5100,  96499,  6178, 'tabs, word 2, tag 3 (not read: tags in 4), BIO'"
  })
  void columnFiles(String path, long sentences, long words, long entities, String layout)
      throws IOException {
    CorpusStatistics statistics = read(path, CorpusOptions.DEFAULTS);
    assertEquals(sentences, statistics.sentences());
    assertEquals(words, statistics.words());
    assertEquals(entities, statistics.entityCount());
    assertEquals(0, statistics.badLines());
    String found = statistics.files().get(0).layout();
    assertTrue(found.endsWith(layout), found);
  }

  @Test
  void wordsThatBeginWithHashAreAllThere() throws IOException {
    Corpus corpus = Corpora.read(List.of(shared("btc/b.conll")), CorpusOptions.DEFAULTS);
    assertEquals(
        632,
        corpus.sentences().stream()
            .flatMap(s -> s.words().stream())
            .filter(w -> w.startsWith("#"))
            .count());
    assertEquals(Map.of("PER", 865L, "ORG", 516L, "LOC", 229L), corpus.statistics().entities());
  }

  /** Two of the tweet files have rows with no word, from characters cut in half. */
  @ParameterizedTest
  @CsvSource({
    "btc/f.conll, 13046, 1999, 35392, 4373, 3, 2",
    "btc/h.conll, 22918, 1998, 29431, 3368, 4, 3"
  })
  void rowsWithoutAWord(
      String path, int firstBad, long sentences, long words, long entities, long bad, long skipped)
      throws IOException {
    CorpusFormatException refusal =
        assertThrows(CorpusFormatException.class, () -> read(path, CorpusOptions.DEFAULTS));
    assertEquals("a word in column 1", refusal.expected());
    assertEquals(firstBad, refusal.line());

    CorpusStatistics statistics = read(path, CorpusOptions.DEFAULTS.withSkipBadLines(true));
    assertEquals(sentences, statistics.sentences());
    assertEquals(words, statistics.words());
    assertEquals(entities, statistics.entityCount());
    assertEquals(bad, statistics.badLines());
    assertEquals(skipped, statistics.skippedSentences());
  }

  @Test
  void aHundredNovelsWithNestedColumns() throws IOException {
    List<Path> files;
    try (Stream<Path> list = Files.list(shared("litbank/tsv"))) {
      files = list.sorted().toList();
    }
    CorpusStatistics statistics = Corpora.read(files, CorpusOptions.DEFAULTS).statistics();
    assertEquals(100, statistics.documents());
    assertEquals(8562, statistics.sentences());
    assertEquals(210532, statistics.words());
    assertEquals(
        Map.of("PER", 7987L, "GPE", 840L, "LOC", 1026L, "FAC", 1841L, "VEH", 186L, "ORG", 109L),
        statistics.entities());
  }

  @Test
  void documentsOfWikigold() throws IOException {
    CorpusStatistics statistics = read("wikigold/wikigold.conll.txt", CorpusOptions.DEFAULTS);
    assertEquals(145, statistics.documents());
    assertEquals(
        Map.of("PER", 934L, "ORG", 898L, "LOC", 1014L, "MISC", 712L), statistics.entities());
    assertEquals(0, statistics.repairedTags());
  }

  /** On files that both accept, OpenNLP's reader and ours agree sample by sample. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "AnnotatedSentencesInsufficient.txt",
        "OnlyWithEntitiesWithTypes.train",
        "OnlyWithNames.train",
        "OnlyWithNamesWithTypes.train",
        "RandomNewsWithGeneratedDates_DE.train",
        "RandomNewsWithGeneratedDates_EN.train",
        "html1.train",
        "voa1.train",
        "formats/name-data-01.sample"
      })
  void nameSamplesAsOpenNlpReadsThem(String name) throws IOException {
    Path file = shared("opennlp-samples/" + name);
    List<Sentence> expected = new ArrayList<>();
    try (ObjectStream<NameSample> samples =
        new NameSampleDataStream(
            new PlainTextByLineStream(
                new MarkableFileInputStreamFactory(file.toFile()), "UTF-8"))) {
      NameSample sample;
      while ((sample = samples.read()) != null) {
        Sentence sentence = NameSamples.toSentence(sample);
        expected.add(expected.isEmpty() ? sentence.withStartsDocument(true) : sentence);
      }
    }
    Corpus corpus = Corpora.read(List.of(file), CorpusOptions.DEFAULTS);
    assertEquals(expected, corpus.sentences());
    assertEquals("opennlp", corpus.statistics().files().get(0).format());
  }

  /** In these OpenNLP itself loses an entity without a word about it. */
  @ParameterizedTest
  @CsvSource({"AnnotatedSentencesWithTypes.txt, 32, 3", "voa2.train, 15, 1"})
  void nameSamplesInWhichOpenNlpLosesEntities(String name, int firstBad, long bad)
      throws IOException {
    String path = "opennlp-samples/" + name;
    CorpusFormatException refusal =
        assertThrows(CorpusFormatException.class, () -> read(path, CorpusOptions.DEFAULTS));
    assertEquals("'<END>.'", refusal.found());
    assertEquals(firstBad, refusal.line());
    assertEquals(bad, read(path, CorpusOptions.DEFAULTS.withSkipBadLines(true)).badLines());
  }

  @Test
  void latin1IsReportedByLine() {
    CorpusFormatException refusal =
        assertThrows(
            CorpusFormatException.class,
            () -> read("opennlp-samples/AnnotatedSentences.txt", CorpusOptions.DEFAULTS));
    assertTrue(refusal.expected().startsWith("UTF-8"), refusal.getMessage());
    assertEquals(13, refusal.line());
  }

  @ParameterizedTest
  @CsvSource({
    "bionlp2004-01.sample,   '{cell_type=1, protein=4}'",
    "conll2002-es.sample,    '{LOC=2, ORG=1, PER=1}'",
    "conll2002-nl.sample,    '{MISC=2, ORG=1}'",
    "conll2003-en.sample,    '{MISC=2, ORG=1, PER=1}'",
    "evalita-ner-it-02.sample, '{ORG=1, PER=1}'",
    "evalita-ner-it-03.sample, '{GPE=1}'",
    "germeval2014.sample,    '{LOC=1, LOCderiv=1, ORG=2, ORGpart=1, OTH=1, PER=3}'"
  })
  void columnSamplesOfOpenNlp(String name, String entities) throws IOException {
    assertEquals(
        entities,
        read("opennlp-samples/formats/" + name, CorpusOptions.DEFAULTS).entities().toString());
  }
}
