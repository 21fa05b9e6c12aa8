package io.github.albertner.standoff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.corpus.Corpora;
import io.github.albertner.corpus.Corpus;
import io.github.albertner.corpus.CorpusFormatException;
import io.github.albertner.corpus.CorpusOptions;
import io.github.albertner.corpus.Misaligned;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts with brat's annotations beside them. */
class BratReadingTest {

  @TempDir private Path folder;

  private Path write(String name, String text, String... annotations) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name + ".txt"), text);
    return Files.writeString(folder.resolve(name + ".ann"), String.join("\n", annotations));
  }

  private static Corpus read(Path path) throws IOException {
    return Corpora.read(List.of(path), CorpusOptions.DEFAULTS);
  }

  @Test
  void aPairIsOneDocumentWhicheverFileIsNamed() throws IOException {
    Path file =
        write("a", "Ada left.\nBob Lee stayed.\n", "T1\tPER 10 17\tBob Lee", "T2\tPER 0 3\tAda");
    List<String> expected = List.of("<PER Ada> left .", "<PER Bob Lee> stayed .");
    assertEquals(expected, Shown.of(read(file)));
    assertEquals("brat", read(file).statistics().files().get(0).format());
    assertEquals(expected, Shown.of(read(folder.resolve("a.txt"))));
    assertEquals(expected, Shown.of(read(folder)));
    assertEquals(expected, Shown.of(read(folder.resolve("a.*"))));
  }

  @Test
  void aFolderIsAllPairsInItAndBelow() throws IOException {
    write("b/c", "Eve.", "T1\tPER 0 3\tEve");
    write("a", "Ada.", "");
    assertEquals(List.of("Ada .", "= <PER Eve> ."), Shown.withDocuments(read(folder)));
  }

  @Test
  void whatIsNoEntityIsPassedOver() throws IOException {
    Path file =
        write(
            "a",
            "Ada founded Acme.",
            "T1\tPER 0 3\tAda",
            "T2\tORG 12 16\tAcme",
            "T3\tFound 4 11\tfounded",
            "E1\tFound:T3 Who:T1",
            "R1\tOwns Arg1:T1 Arg2:T2",
            "A1\tSure T1",
            "*\tEquiv T1 T2",
            "N1\tReference T1 Wiki:1\tAda",
            "#1\tAnnotatorNotes T1\thello");
    Corpus corpus = read(file);
    assertEquals(List.of("<PER Ada> founded <ORG Acme> ."), Shown.of(corpus));
    assertEquals(
        Map.of("entities left out: triggers of events", 1L), corpus.statistics().changes());
  }

  @Test
  void offsetsCountCodePoints() throws IOException {
    Path file = write("a", "\ud83d\ude80\ud83d\ude80 Ada", "T1\tPER 3 6\tAda");
    assertTrue(Shown.of(read(file)).get(0).endsWith("<PER Ada>"));
    // What other tools write as brat may count otherwise; the text tells.
    Path other = write("b", "\ud83d\ude80\ud83d\ude80 Ada", "T1\tPER 5 8\tAda");
    assertTrue(Shown.of(read(other)).get(0).endsWith("<PER Ada>"));
  }

  @Test
  void lineEndsAreCharactersOfTheText() throws IOException {
    Path file = write("a", "\uFEFFOn\r\nNew\r\nYork", "T1\tLOC 4 13\tNew York");
    assertEquals(List.of("On <LOC New York>"), Shown.of(read(file)));
  }

  @Test
  void entitiesInPiecesStopUnlessToldOtherwise() throws IOException {
    Path file =
        write("a", "left and right hand", "T1\tPART 0 4;15 19\tleft hand", "T2\tX 5 8\tand");
    CorpusFormatException refusal = assertThrows(CorpusFormatException.class, () -> read(file));
    assertEquals(1, refusal.line());
    assertEquals("T1 PART, which is in pieces", refusal.found());
    Corpus skipped =
        Corpora.read(List.of(file), CorpusOptions.DEFAULTS.withMisaligned(Misaligned.SKIP));
    assertEquals(List.of("left <X and> right hand"), Shown.of(skipped));
    assertEquals(Map.of("entities left out: in pieces", 1L), skipped.statistics().changes());
    Corpus whole =
        Corpora.read(List.of(file), CorpusOptions.DEFAULTS.withMisaligned(Misaligned.SNAP));
    assertEquals(List.of("<PART left and right hand>"), Shown.of(whole));
    assertEquals(
        Map.of(
            "entities in pieces made whole", 1L, "entities left out: overlapping a longer one", 1L),
        whole.statistics().changes());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "T2\tPER 0 3         | 'T2 PER', which is at | ''",
        "T2\tPER 0\tAda      | an entity as id, tab, type | ''",
        "T2 nonsense         | an entity as id, tab, type | ''",
        "T1\tPER 4 8\tleft   | each id once | 'T1 once more, after line 1'",
        "T2\tPER 4 8\tright  | the text of T2 PER | ''",
        "T2\tPER 9 30\tx     | the text of T2 PER | ''",
        "Q1\twhat            | a line of brat | ''"
      })
  void badLinesAreNamed(String line, String expected, String found) throws IOException {
    Path bad = write("bad", "Ada left.", "T1\tPER 0 3\tAda", line.replace("\\t", "\t"));
    if (expected.startsWith("'T2")) {
      // The same entity again without its text: counted, not refused.
      assertEquals(
          Map.of("entities left out: annotated twice", 1L), read(bad).statistics().changes());
      return;
    }
    CorpusFormatException refusal = assertThrows(CorpusFormatException.class, () -> read(bad));
    assertTrue(
        refusal.getMessage().contains("bad.ann:2: expected " + expected), refusal.getMessage());
    assertTrue(refusal.found().startsWith(found), refusal.getMessage());
    // A document with a bad line has a hole nobody knows where: all of it is left out.
    write("good", "Eve left.", "T1\tPER 0 3\tEve");
    Corpus rest = Corpora.read(List.of(folder), CorpusOptions.DEFAULTS.withSkipBadLines(true));
    assertEquals(List.of("<PER Eve> left ."), Shown.of(rest));
    assertEquals(1, rest.statistics().badLines());
  }

  @Test
  void piecesApartByWhiteSpaceAreOneSpan() throws IOException {
    Path file =
        write(
            "a",
            "\ud83d\ude80 New\n  York and\nBob Lee",
            "T1\tLOC 8 12;2 5\tNew York",
            "T2\tPER 17 20;21 24\tBob Lee");
    Corpus corpus = read(file);
    assertEquals(
        "\ud83d\ude80 <LOC New York> and <PER Bob Lee>", String.join(" ", Shown.of(corpus)));
    Path other = write("b", "New or York", "T1\tLOC 0 3;7 11\tNew York");
    assertThrows(CorpusFormatException.class, () -> read(other));
  }

  @Test
  void textsWithoutAnnotationsAreCounted() throws IOException {
    write("b", "Ada left.", "T1\tPER 0 3\tAda");
    Files.writeString(folder.resolve("a.txt"), "Bob left.");
    write("c", "Nobody.", "");
    for (Path path : List.of(folder, folder.resolve("*"))) {
      Corpus corpus = read(path);
      assertEquals(List.of("<PER Ada> left .", "Nobody ."), Shown.of(corpus));
      assertEquals(
          Map.of("texts left out: without .ann beside them", 1L), corpus.statistics().changes());
      assertTrue(corpus.statistics().firstChanges().get(0).contains("no a.ann beside it"));
    }
  }

  @Test
  void inAFolderOfBratsATextIsBrats() throws IOException {
    write("b/b", "Ada left.", "T1\tPER 0 3\tAda");
    Files.createDirectory(folder.resolve("a"));
    Files.writeString(folder.resolve("a/columns.txt"), "Bob\tB-PER\n");
    Files.writeString(folder.resolve("a/prose.txt"), "Bob left.");
    Corpus corpus = read(folder);
    assertEquals(List.of("<PER Ada> left ."), Shown.of(corpus));
    assertEquals(
        Map.of("texts left out: without .ann beside them", 2L), corpus.statistics().changes());
  }

  @Test
  void aTextAmongBratsThatIsInAnotherFormatIsRead() throws IOException {
    write("b", "Ada left.", "T1\tPER 0 3\tAda");
    Path columns = Files.writeString(folder.resolve("a.txt"), "Bob\tB-PER\n");
    assertEquals(List.of("<PER Bob>"), Shown.of(read(columns)));
    Path alone = Files.createDirectory(folder.resolve("alone"));
    Files.writeString(alone.resolve("a.txt"), "Bob left.");
    assertThrows(NoSuchFileException.class, () -> read(alone));
    assertThrows(CorpusFormatException.class, () -> read(alone.resolve("a.txt")));
    Path noText = Files.writeString(alone.resolve("x.ann"), "T1\tPER 0 3\tAda");
    assertThrows(NoSuchFileException.class, () -> read(noText));
  }

  @ParameterizedTest
  @CsvSource({
    "On[]New[]York., 3, 11, texts whose offsets count a Windows line end as one character",
    "On|New|York., 4, 13, texts whose offsets count a line end as two characters",
    "On[]New[]York., 4, 13, ''",
    "On|New|York., 3, 11, ''"
  })
  void textsOfEntitiesTellWhatLineEndsCount(String text, int begin, int end, String said)
      throws IOException {
    String ends = text.replace("[]", "\r\n").replace("|", "\n");
    Corpus corpus = read(write("a", ends, "T1\tLOC " + begin + " " + end + "\tNew York"));
    assertEquals("On <LOC New York> .", String.join(" ", Shown.of(corpus)));
    assertEquals(said.isEmpty() ? Map.of() : Map.of(said, 1L), corpus.statistics().changes());
  }

  @Test
  void anEntityOutsideTheTextIsNamed() throws IOException {
    Path file = write("a", "Ada left.", "T1\tPER 9 30");
    CorpusFormatException refusal = assertThrows(CorpusFormatException.class, () -> read(file));
    assertEquals(1, refusal.line());
    assertTrue(refusal.found().contains("outside the text"), refusal.getMessage());
  }

  @Test
  void aTextMustBeThereAndInTheEncoding() throws IOException {
    Path file = write("a", "x", "T1\tPER 0 4\tJos\u00e9");
    Files.write(folder.resolve("a.txt"), "Jos\u00e9 left.".getBytes(StandardCharsets.ISO_8859_1));
    CorpusFormatException refusal = assertThrows(CorpusFormatException.class, () -> read(file));
    assertTrue(refusal.getMessage().contains("a.txt: expected UTF-8 text"), refusal.getMessage());
    Files.delete(folder.resolve("a.txt"));
    assertThrows(
        NoSuchFileException.class,
        () -> Corpora.read(List.of(file), CorpusOptions.DEFAULTS.withFormat("brat")));
  }
}
