package io.github.albertner.cas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.corpus.Corpora;
import io.github.albertner.corpus.Corpus;
import io.github.albertner.corpus.CorpusFormatException;
import io.github.albertner.corpus.CorpusOptions;
import io.github.albertner.corpus.CorpusWriter;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.corpus.TokenChoice;
import io.github.albertner.corpus.WordOrigin;
import io.github.albertner.train.Toy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.SerialFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Sentences, tokens and entities of CASes by DKPro Core's, cTAKES' and opennlp-uima's types. */
class CasReadingTest {
  @TempDir private Path folder;

  private static Corpus read(Path path, String rules) throws IOException {
    return CasCorpus.read(
        List.of(path), CasOptions.DEFAULTS.withEntityTypes(EntityTypeRule.parse(rules)));
  }

  private static Corpus read(Path path) throws IOException {
    return CasCorpus.read(List.of(path), CasOptions.DEFAULTS);
  }

  @Test
  void aCorpusIsTheSameInColumnsAndInCases() throws IOException {
    List<Sentence> sentences = Toy.sentences(30, 1);
    Path columns = folder.resolve("toy.conll");
    try (CorpusWriter writer = Corpora.writer("conll", Files.newBufferedWriter(columns))) {
      for (Sentence sentence : sentences) {
        writer.write(sentence.withStartsDocument(false));
      }
    }
    CasFixture.of(CasFixture.DKPRO, sentences).save(folder.resolve("toy.xmi"));
    Corpus fromColumns = Corpora.read(List.of(columns), CorpusOptions.DEFAULTS);
    Corpus fromCas = read(folder.resolve("toy.xmi"));
    assertEquals(fromColumns.sentences(), fromCas.sentences());
    assertEquals(fromColumns.statistics().entities(), fromCas.statistics().entities());
  }

  @Test
  void typesOfCtakesAndItsTokensForLineEnds() throws IOException {
    String token = "org.apache.ctakes.typesystem.type.syntax.";
    Path file =
        CasFixture.of(
                CasFixture.CTAKES,
                "Lung cancer.\nGiven aspirin.",
                token + "WordToken<" + token + "BaseToken",
                token + "NewlineToken<" + token + "BaseToken",
                "org.apache.ctakes.typesystem.type.textsem.MedicationMention")
            .sentences("Lung cancer.", "Given aspirin.")
            .addAll(token + "WordToken", "Lung", "cancer")
            .tokens(".")
            .addAll(token + "NewlineToken", "\n")
            .addAll(token + "WordToken", "Given", "aspirin")
            .entity("Lung cancer", null)
            .addAll("org.apache.ctakes.typesystem.type.textsem.MedicationMention", "aspirin")
            .save(folder.resolve("a.xmi"));
    Corpus corpus =
        read(
            file,
            "org.apache.ctakes.typesystem.type.textsem.DiseaseDisorderMention:disease,"
                + " org.apache.ctakes.typesystem.type.textsem.MedicationMention");
    assertEquals(
        List.of("[disease Lung cancer] .", "Given [MedicationMention aspirin]"),
        CasFixture.show(corpus));
    assertEquals(1, corpus.statistics().documents());
    assertEquals(
        file + ": xmi, sentences and tokens of cTAKES",
        corpus.statistics().files().get(0).toString());
  }

  @Test
  void theNearestTypeSaysWhatAnEntityIsCalled() throws IOException {
    Path file =
        CasFixture.of(CasFixture.OPENNLP, "Ada Bob Rome", "my.King<opennlp.uima.Person", "my.Other")
            .sentences("Ada Bob Rome")
            .tokens("Ada", "Bob", "Rome")
            .addAll("my.King", "Ada")
            .entity("Bob", null)
            .addAll("my.Other", "Rome")
            .save(folder.resolve("a.xmi"));
    assertEquals(
        List.of("[ruler Ada] [person Bob] Rome"),
        CasFixture.show(read(file, "opennlp.uima.Person:person,my.King:ruler")));
    assertEquals(
        List.of("[person Ada] [person Bob] Rome"),
        CasFixture.show(read(file, "opennlp.uima.Person:person")));
  }

  @ParameterizedTest
  @EnumSource(
      value = SerialFormat.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"UNKNOWN", "COMPRESSED_PROJECTION"})
  void everyFormThatUimaSavesIsRead(SerialFormat format) throws IOException {
    List<Sentence> sentences = Toy.sentences(3, 1);
    Path file =
        CasFixture.of(CasFixture.DKPRO, sentences)
            .save(folder.resolve("toy." + format.getDefaultFileExtension()), format);
    Corpus corpus = read(folder);
    assertEquals(3, corpus.sentences().size());
    assertEquals(sentences.get(2).entities(), corpus.sentences().get(2).entities());
    if (format.name().endsWith("_TSI")) {
      Files.delete(file.resolveSibling("TypeSystem.xml"));
      assertEquals(corpus.sentences(), read(file).sentences());
    }
  }

  @Test
  void awkwardCharactersKeepTheirPlaces() throws IOException {
    String text = "\uFEFF \uD835\uDC9E\u0301lan <&> \u00A0\r\n O\u2019Neil \uD83D\uDE00.";
    Path file =
        CasFixture.of(CasFixture.DKPRO, text)
            .sentences(text.strip())
            .tokens("\uD835\uDC9E\u0301lan", "<&>", "O\u2019Neil", "\uD83D\uDE00", ".")
            .entity("\uD835\uDC9E\u0301lan", "PER")
            .entity("O\u2019Neil \uD83D\uDE00", "PER")
            .save(folder.resolve("a.xmi"));
    assertEquals(
        List.of("[PER \uD835\uDC9E\u0301lan] <&> [PER O\u2019Neil \uD83D\uDE00] ."),
        CasFixture.show(read(file)));
  }

  @Test
  void whatIsNotAnnotatedIsSplitAsByAnnotating() throws IOException {
    String text = "Ada left. Bob stayed.\n\nin Rome";
    List<String> expected = List.of("[PER Ada] left .", "Bob stayed .", "in [LOC Rome]");
    Path file =
        CasFixture.of(CasFixture.DKPRO, text)
            .entity("Ada", "PER")
            .entity("Rome", "LOC")
            .save(folder.resolve("a.xmi"));
    Corpus corpus = read(file);
    assertEquals(expected, CasFixture.show(corpus));
    assertTrue(
        corpus.statistics().files().get(0).toString().endsWith("split as ner annotate does"));
    file =
        CasFixture.of(CasFixture.DKPRO, text)
            .sentences("Ada left. Bob stayed.", "in Rome")
            .entity("Ada", "PER")
            .save(folder.resolve("b.xmi"));
    assertEquals(List.of("[PER Ada] left . Bob stayed .", "in Rome"), CasFixture.show(read(file)));
    file =
        CasFixture.of(CasFixture.DKPRO, text)
            .tokens("Ada", "left", ". Bob", "stayed", ".", "in", "Rome")
            .entity("Ada", "PER")
            .save(folder.resolve("c.xmi"));
    assertEquals(
        List.of("[PER Ada] left . Bob", "stayed .", "in Rome"), CasFixture.show(read(file)));
  }

  @Test
  void whatIsFoundGivesWayToEntitiesAndWhatATaggerIsGivenStaysKnown() throws IOException {
    Path raw =
        CasFixture.of(CasFixture.DKPRO, "Pumphouses in Rome.")
            .entity("Pump", "UNIT")
            .entity("Rome", "LOC")
            .save(folder.resolve("raw.xmi"));
    List<String> shown = List.of("[UNIT Pump] houses in [LOC Rome] .");
    Corpus corpus = read(raw);
    assertEquals(shown, CasFixture.show(corpus));
    assertEquals(List.of(List.of(2, 1, 1, 1)), corpus.sentences().get(0).origin().tokens());
    assertEquals(
        Map.of("words cut at the borders of entities; scores are for whole words", 1L),
        corpus.statistics().changes());
    Path given =
        CasFixture.of(CasFixture.DKPRO, "Ada-Bob left. He")
            .sentences("Ada-Bob left. He")
            .tokens("Ada-Bob left.", "He")
            .entity("He", "PER")
            .save(folder.resolve("given.xmi"));
    assertEquals(List.of("Ada-Bob left. [PER He]"), CasFixture.show(read(given)));
    Corpus own = Corpora.read(List.of(given), CorpusOptions.DEFAULTS.withTokens(TokenChoice.OWN));
    assertEquals("[PER He]", CasFixture.show(own).get(1));
    assertEquals(WordOrigin.Kind.OWN, own.sentences().get(1).origin().kind());
  }

  @Test
  void typesAndViewCanBeNamed() throws IOException {
    CasFixture fixture = CasFixture.of(CasFixture.DKPRO, "other", "my.Line", "my.Word");
    CAS gold = fixture.cas().createView("gold");
    gold.setDocumentText("Ada left");
    for (int[] range : new int[][] {{0, 3}, {4, 8}}) {
      gold.addFsToIndexes(
          gold.createAnnotation(gold.getTypeSystem().getType("my.Word"), range[0], range[1]));
    }
    gold.addFsToIndexes(gold.createAnnotation(gold.getTypeSystem().getType("my.Line"), 0, 8));
    Path file = fixture.save(folder.resolve("a.xmi"));
    CasOptions options =
        new CasOptions(
            List.of(),
            List.of(),
            Optional.of("my.Line"),
            Optional.of("my.Word"),
            Optional.of("gold"),
            Optional.empty(),
            Optional.empty(),
            false,
            false);
    assertEquals(List.of("Ada left"), CasFixture.show(CasCorpus.read(List.of(file), options)));
    CasOptions missing =
        new CasOptions(
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.of("my.Wrd"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            false);
    assertEquals(
        "expected a type of the type system for tokens, found 'my.Wrd' (did you mean my.Word?)",
        assertThrows(IllegalArgumentException.class, () -> CasCorpus.read(List.of(file), missing))
            .getMessage());
  }

  @Test
  void typesThatTheTypeSystemLacksArePassedOverOnlyIfAsked() throws IOException {
    Path file =
        CasFixture.of(CasFixture.DKPRO, "Ada", "my.Extra")
            .tokens("Ada")
            .entity("Ada", "PER")
            .addAll("my.Extra", "Ada")
            .save(folder.resolve("a.xmi"));
    CasFixture.of(CasFixture.DKPRO, "").typeSystem(folder.resolve("TypeSystem.xml"));
    String message = assertThrows(CorpusFormatException.class, () -> read(file)).getMessage();
    assertTrue(message.contains("my.Extra") && message.contains("--lenient"), message);
    CasOptions lenient =
        new CasOptions(
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            true,
            false);
    assertEquals(List.of("[PER Ada]"), CasFixture.show(CasCorpus.read(List.of(file), lenient)));
  }

  @Test
  void foldersAndPatternsMeanTheirFilesInOrder() throws IOException {
    for (String name : List.of("c.xmi", "a.xmi", "b.xmi")) {
      CasFixture.of(CasFixture.DKPRO, name.substring(0, 1)).save(folder.resolve(name));
    }
    Files.writeString(folder.resolve("notes.txt"), "no CAS");
    assertEquals(List.of("a", "b", "c"), CasFixture.show(read(folder)));
    assertEquals(3, read(folder).statistics().documents());
    assertEquals(List.of("b", "c"), CasFixture.show(read(folder.resolve("[bc].xmi"))));
    assertThrows(NoSuchFileException.class, () -> read(folder.resolve("x*.xmi")));
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertTrue(
        assertThrows(NoSuchFileException.class, () -> read(empty))
            .getMessage()
            .contains("expected xmi files in it, found a directory without"));
  }

  @Test
  void damagedFilesAreNamedAndNothingElseHappens() throws IOException {
    CasFixture fixture = CasFixture.of(CasFixture.DKPRO, Toy.sentences(3, 1));
    for (SerialFormat format :
        List.of(
            SerialFormat.XMI,
            SerialFormat.XCAS,
            SerialFormat.BINARY,
            SerialFormat.COMPRESSED,
            SerialFormat.COMPRESSED_FILTERED,
            SerialFormat.SERIALIZED)) {
      String name = "a." + format.getDefaultFileExtension();
      byte[] sound = Files.readAllBytes(fixture.save(folder.resolve(name), format));
      for (int length = 0; length < sound.length - 8; length += 1 + sound.length / 40) {
        byte[] cut = java.util.Arrays.copyOf(sound, length);
        Path file = Files.write(folder.resolve(name), cut);
        IOException refusal = assertThrows(CorpusFormatException.class, () -> read(file));
        assertTrue(refusal.getMessage().contains(name), refusal.getMessage());
      }
    }
    Path garbage =
        Files.write(folder.resolve("a.bin"), "no CAS at all".getBytes(StandardCharsets.UTF_8));
    assertThrows(CorpusFormatException.class, () -> read(garbage));
  }

  @Test
  void typeSystemsThatAreNoneAreNamed() throws IOException {
    Path file = CasFixture.of(CasFixture.DKPRO, "Ada").save(folder.resolve("a.xmi"));
    Path typeSystem = folder.resolve("TypeSystem.xml");
    Files.writeString(typeSystem, "<project/>");
    assertTrue(
        assertThrows(CorpusFormatException.class, () -> read(file))
            .getMessage()
            .contains("TypeSystem.xml: expected a UIMA type system descriptor"));
    Files.delete(typeSystem);
    assertTrue(
        assertThrows(CorpusFormatException.class, () -> read(file))
            .getMessage()
            .contains("a.xmi: expected a type system"));
    CasOptions named =
        new CasOptions(
            List.of(typeSystem),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            false);
    assertThrows(NoSuchFileException.class, () -> CasCorpus.read(List.of(file), named));
  }

  @Test
  void unknownEntityTypesAreAnsweredWithTheNearest() throws IOException {
    Path file = CasFixture.of(CasFixture.OPENNLP, "Ada").save(folder.resolve("a.xmi"));
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> read(file, "opennlp.uima.Persn:person"))
            .getMessage()
            .endsWith("found 'opennlp.uima.Persn' (did you mean opennlp.uima.Person?)"));
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> read(file, "opennlp.uima.Person/type"))
            .getMessage()
            .endsWith("its features: begin, end, sofa"));
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> read(file))
            .getMessage()
            .contains("--entity-types"));
    for (String wrong : List.of("", "a:", ":a", "a/", "a:b/c", "a,,b", "a:x,a:y")) {
      assertThrows(IllegalArgumentException.class, () -> EntityTypeRule.parse(wrong), wrong);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PK\u0003\u0004x, a zip archive, unpack it",
    "version https://git-lfs.github.com/spec/v1, a pointer of Git LFS, git lfs pull",
    "<\u0000?\u0000x\u0000m, UTF-16, save it in UTF-8",
    "no CAS, invalid stream, XCAS or"
  })
  void whatIsNoCasIsNamed(String start, String what, String help) throws IOException {
    for (String name : List.of("a.xmi", "b.xcas", "c.bcas", "d.scas")) {
      Path file = Files.writeString(folder.resolve(name), start, StandardCharsets.ISO_8859_1);
      CorpusFormatException refusal = assertThrows(CorpusFormatException.class, () -> read(file));
      assertTrue(refusal.found().contains(what), refusal.getMessage());
      assertTrue(refusal.expected().contains(help), refusal.getMessage());
    }
  }

  @Test
  void whatIsNoTypeSystemIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("a.xmi"), "<xmi:XMI/>");
    Path types = Files.writeString(folder.resolve("TypeSystem.xml"), "PK\u0003\u0004");
    CorpusFormatException refusal = assertThrows(CorpusFormatException.class, () -> read(file));
    assertEquals("a zip archive", refusal.found());
    assertEquals(types.toString(), refusal.file());
  }
}
