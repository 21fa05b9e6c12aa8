package io.github.albertner.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.label.EntitySpan;
import io.github.albertner.label.TagScheme;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import opennlp.tools.formats.Conll02NameSampleStream;
import opennlp.tools.formats.Conll03NameSampleStream;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.util.ObjectStream;
import opennlp.tools.util.PlainTextByLineStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Columns under the names that OpenNLP has for them. */
class ColumnPresetTest {

  private static final List<Sentence> SENTENCES =
      List.of(
          new Sentence(
              List.of("Ada", "Bob", "Lee", "left"),
              List.of(new EntitySpan(0, 1, "PER"), new EntitySpan(1, 3, "PER")),
              true),
          new Sentence(List.of("Rome"), List.of(new EntitySpan(0, 1, "LOC")), false),
          new Sentence(List.of("Eve"), List.of(), true));

  private static String written(String format) throws IOException {
    StringWriter out = new StringWriter();
    try (CorpusWriter writer = Corpora.writer(format, out)) {
      for (Sentence sentence : SENTENCES) {
        writer.write(sentence);
      }
    }
    return out.toString();
  }

  @ParameterizedTest
  @CsvSource({"conll02", "conll03", "bionlp2004", "conll"})
  void whatIsWrittenReadsBackTheSame(String format) throws IOException {
    assertEquals(SENTENCES, CorpusText.text(written(format)).as(format).corpus().sentences());
    assertEquals(SENTENCES, CorpusText.text(written(format)).corpus().sentences());
  }

  /** OpenNLP's own reader of CoNLL-2003 reads what we write for it. */
  @Test
  void openNlpReadsWhatIsWritten() throws IOException {
    int all =
        Conll02NameSampleStream.GENERATE_PERSON_ENTITIES
            | Conll02NameSampleStream.GENERATE_LOCATION_ENTITIES;
    String text = written("conll03");
    try (ObjectStream<NameSample> samples =
        new Conll03NameSampleStream(
            Conll03NameSampleStream.LANGUAGE.EN,
            new PlainTextByLineStream(
                () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                StandardCharsets.UTF_8),
            all)) {
      for (Sentence sentence : SENTENCES) {
        Sentence read = NameSamples.toSentence(samples.read());
        assertEquals(sentence.words(), read.words());
        assertEquals(
            sentence.entities().stream().map(e -> e.begin() + "-" + e.end()).toList(),
            read.entities().stream().map(e -> e.begin() + "-" + e.end()).toList());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "conll02, 'Ada O', 3 columns, 2 columns",
    "conll03, 'Ada N O', 4 or 5 columns, 3 columns",
    "bionlp2004, 'Ada N O', 2 columns, 3 columns",
    "evalita, 'Ada O', 4 columns, 2 columns"
  })
  void otherWidthsAreRefused(String format, String row, String expected, String found) {
    CorpusFormatException refusal = CorpusText.text(row + "\n").as(format).refusal();
    assertEquals(1, refusal.line());
    assertTrue(refusal.expected().startsWith(expected), refusal.getMessage());
    assertTrue(refusal.found().startsWith(found), refusal.getMessage());
  }

  @Test
  void tabsAnyTypesAndAnySchemeWillDo() {
    CorpusText file =
        CorpusText.lines("Ada\tN\tx\tS-gene_x", "Lee\tN\tx\tB-drug", "Co\tN\tx\tE-drug")
            .as("conll03");
    assertEquals(
        List.of(new EntitySpan(0, 1, "gene_x"), new EntitySpan(1, 3, "drug")),
        file.corpus().sentences().get(0).entities());
    assertTrue(file.corpus().statistics().files().get(0).layout().contains("BIOES"));
  }

  @Test
  void abstractsOfMedlineAreDocuments() {
    CorpusText file =
        CorpusText.lines(
            "###MEDLINE:1", "", "Ada\tB-x", "", "Bob\tO", "", "###MEDLINE:2", "", "Eve\tO");
    List<Boolean> starts =
        file.as("bionlp2004").corpus().sentences().stream().map(Sentence::startsDocument).toList();
    assertEquals(List.of(true, false, true), starts);
  }

  @Test
  void documentsOfEvalitaAreInTheirColumn() {
    CorpusText file =
        CorpusText.lines(
            "Ada SPN d1 B-PER",
            "",
            "x S d1 O",
            "",
            "y S d2 O",
            "",
            "z S d2 O",
            "",
            "-DOCSTART-",
            "",
            "u S d2 O");
    List<Boolean> starts =
        file.as("evalita").corpus().sentences().stream().map(Sentence::startsDocument).toList();
    assertEquals(List.of(true, false, true, false, true), starts);
  }

  @Test
  void otherEncodings() throws IOException {
    CorpusText file =
        CorpusText.bytes("Jos\u00e9 N B-PER\n".getBytes(StandardCharsets.ISO_8859_1)).as("conll02");
    assertTrue(file.refusal().expected().contains("--encoding"), file.refusal().getMessage());
    assertEquals(
        List.of("Jos\u00e9"),
        file.with(
                CorpusOptions.DEFAULTS
                    .withFormat("conll02")
                    .withEncoding(StandardCharsets.ISO_8859_1))
            .corpus()
            .sentences()
            .get(0)
            .words());
  }

  @Test
  void wordsWithSpacesAreRefusedWhereSpacesSeparate() throws IOException {
    Sentence sentence = new Sentence(List.of("New York"), List.of(), true);
    try (CorpusWriter writer = Corpora.writer("conll03", new StringWriter())) {
      String message =
          assertThrows(UnwritableSentenceException.class, () -> writer.write(sentence))
              .getMessage();
      assertTrue(message.contains("the format conll separates them by tabs"), message);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "BIO, 'B-PER,B-PER,I-PER,O'",
    "IOB1, 'I-PER,B-PER,I-PER,O'",
    "BIOES, 'S-PER,B-PER,E-PER,O'",
    "BILOU, 'U-PER,B-PER,L-PER,O'"
  })
  void tagsOfAnySchemeAreWritten(TagScheme scheme, String tags) throws IOException {
    StringWriter out = new StringWriter();
    WritingStyle style = new WritingStyle(Optional.of(scheme), WritingStyle.Unit.DOCUMENT);
    try (CorpusWriter writer = Corpora.format("conll").writer(out, style)) {
      writer.write(SENTENCES.get(0));
    }
    assertEquals(
        tags,
        String.join(
            ",",
            out.toString()
                .lines()
                .filter(l -> !l.isEmpty())
                .map(l -> l.substring(l.indexOf('\t') + 1))
                .toList()));
  }
}
