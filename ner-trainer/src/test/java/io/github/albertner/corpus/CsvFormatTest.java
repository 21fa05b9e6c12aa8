package io.github.albertner.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is and what is not CSV, and what is wrong with it; right files are among the exports. */
class CsvFormatTest {

  private static final String KAGGLE =
      "Sentence #,Word,POS,Tag\nSentence: 1,Nina,NNP,B-per\n,left,VBD,O\n";

  @TempDir private Path folder;

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static Corpus read(Path file, CorpusOptions options) throws IOException {
    return Corpora.read(List.of(file), options);
  }

  private static String format(Path file) throws IOException {
    return read(file, CorpusOptions.DEFAULTS).statistics().files().get(0).format();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",\tO\nAda\tB-PER\n,\tO\n",
        ", , O\nAda , B-PER\n, , O\n",
        "a,b\tO\nc,d\tB-PER\n",
        "1,5 NN O\n2,5 NN O\n",
        "x|y O\nz|a B-PER\n"
      })
  void columnsWithCommasAreColumns(String rows) throws IOException {
    assertEquals("conll", format(write("a.txt", rows)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id;token;label\n1;Ada;B-PER\n1;left;O\n2;Rome;B-LOC\n",
        "idx,token,label\n0,Ada,B-PER\n1,left,O\n0,Rome,B-LOC\n",
        "key,text,token,label\nq7,\"a\tb\nc\",Ada,B-PER\nq7,x,left,O\nr8,y,Rome,B-LOC\n",
      })
  void anyColumnMayTellWhereSentencesEnd(String rows) throws IOException {
    assertEquals(
        List.of(List.of("Ada", "left"), List.of("Rome")),
        read(write("a.csv", rows), CorpusOptions.DEFAULTS).sentences().stream()
            .map(Sentence::words)
            .toList());
  }

  @Test
  void commasAndSpacesAreCsvByTheNameOfTheFile() throws IOException {
    String rows = "Nina, B-PER\nleft, O\n";
    assertEquals("csv", format(write("a.csv", rows)));
    assertEquals(
        List.of("Nina", "left"),
        read(folder.resolve("a.csv"), CorpusOptions.DEFAULTS).sentences().get(0).words());
    assertEquals("conll", format(write("b.csv", "Nina\tB-PER\nleft\tO\n")));
  }

  @Test
  void columnsCanBeChosen() throws IOException {
    Path file = write("a.csv", "form,gold,guess\nNina,B-PER,B-ORG\n");
    for (String column : List.of("gold", "2")) {
      Corpus corpus = read(file, CorpusOptions.DEFAULTS.withTagColumn(column));
      assertEquals("PER", corpus.sentences().get(0).entities().get(0).type());
    }
    Path others = write("b.csv", "a,b,gold\nNina,B-ORG,B-PER\n");
    assertEquals(
        "PER",
        read(others, CorpusOptions.DEFAULTS.withTagColumn("gold"))
            .sentences()
            .get(0)
            .entities()
            .get(0)
            .type());
    Path bare = write("c.csv", "text,B-ORG,B-PER\n,,\nform,O,O\n");
    for (int column = 2; column <= 3; column++) {
      Corpus corpus = read(bare, CorpusOptions.DEFAULTS.withTagColumn(Integer.toString(column)));
      assertEquals(List.of("text"), corpus.sentences().get(0).words());
      assertEquals(column == 2 ? "ORG" : "PER", corpus.sentences().get(0).entities().get(0).type());
    }
    CorpusFormatException refusal =
        assertThrows(
            CorpusFormatException.class,
            () -> read(file, CorpusOptions.DEFAULTS.withFormat("csv").withTagColumn("god")));
    assertTrue(refusal.getMessage().contains("gold"), refusal.getMessage());
  }

  @Test
  void whatIsWrongIsNamedByLine() throws IOException {
    Path file = write("a.csv", KAGGLE + ",Bo,NNP,per name\n");
    CorpusFormatException refusal =
        assertThrows(CorpusFormatException.class, () -> read(file, CorpusOptions.DEFAULTS));
    assertEquals(4, refusal.line());
    Path quote = write("b.csv", KAGGLE + ",\",X,O\n,Bo,NNP,B-per\n,\",X,O\n");
    refusal = assertThrows(CorpusFormatException.class, () -> read(quote, CorpusOptions.DEFAULTS));
    assertEquals(4, refusal.line());
    assertTrue(refusal.expected().contains("\"\"\"\""), refusal.getMessage());
    Path open = write("c.csv", KAGGLE + ",\",X,O\n,Bo,NNP,B-per\n");
    refusal = assertThrows(CorpusFormatException.class, () -> read(open, CorpusOptions.DEFAULTS));
    assertEquals(4, refusal.line());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text,start,end,label\n\"Ada left\",0,3,PER\n\"Bo is in Rome\",9,13,PER\n",
        "text,start,end,label\nAda left,0,3,PER\n",
        "sentence,tags\nAda left,B-PER O O\nRome fell,B-LOC O O\n",
        "sentence,tags\nAda left,\"B-PER,O\"\nBo,\"B-PER,O\"\nRome fell,\"B-LOC,O,O\"\n",
      })
  void aTextIsNoWord(String rows) throws IOException {
    Path file = write("a.csv", rows);
    CorpusFormatException refusal =
        assertThrows(CorpusFormatException.class, () -> read(file, CorpusOptions.DEFAULTS));
    assertEquals(rows.contains("Bo,") ? 3 : 2, refusal.line(), refusal.getMessage());
  }

  @Test
  void anotherEncodingIsNamedAndRead() throws IOException {
    Path file = folder.resolve("a.csv");
    byte[] bytes = KAGGLE.replace("Nina", "Zo\u00eb").getBytes(StandardCharsets.ISO_8859_1);
    Files.write(file, bytes);
    CorpusFormatException refusal =
        assertThrows(CorpusFormatException.class, () -> read(file, CorpusOptions.DEFAULTS));
    assertEquals(2, refusal.line());
    assertTrue(refusal.expected().contains("ISO-8859-1"), refusal.getMessage());
    assertEquals(
        "Zo\u00eb",
        read(file, CorpusOptions.DEFAULTS.withEncoding(StandardCharsets.ISO_8859_1))
            .sentences()
            .get(0)
            .words()
            .get(0));
  }
}
