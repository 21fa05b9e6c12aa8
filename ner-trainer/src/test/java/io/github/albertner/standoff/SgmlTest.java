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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** MUC and OntoNotes: entities in tags. */
class SgmlTest {

  @TempDir private Path folder;

  private Corpus read(String name, String content) throws IOException {
    Path file = Files.writeString(folder.resolve(name), content);
    return Corpora.read(List.of(file), CorpusOptions.DEFAULTS);
  }

  private static String format(Corpus corpus) {
    return corpus.statistics().files().get(0).format();
  }

  @Test
  void muc() throws IOException {
    Corpus corpus =
        read(
            "a.sgm",
            """
            <!-- <DOC> -->
            <DOC><DOCID> 1 </DOCID> <HL> <ENAMEX TYPE="ORGANIZATION" STATUS="OPT">AT&amp;T</ENAMEX> wins </HL>
            <TXT><p>
            <s> <ENAMEX TYPE="PERSON">Ada Lee</ENAMEX>'s left <ENAMEX TYPE="LOCATION">Rome</ENAMEX>. </s>
            <s> She paid <NUMEX TYPE="MONEY">$5</NUMEX>
            on <TIMEX TYPE="DATE">Monday</TIMEX>. </s>
            </TXT></DOC>
            <DOC><TXT><s> <ENAMEX TYPE="PRODUCT">Widget</ENAMEX> </s></TXT></DOC>
            """);
    assertEquals("muc6", format(corpus));
    assertEquals(
        List.of(
            "<organization AT&T> wins",
            "<person Ada Lee> 's left <location Rome> .",
            "She paid <money $ 5> on <date Monday> .",
            "= <product Widget>"),
        Shown.withDocuments(corpus));
  }

  @Test
  void ontoNotes() throws IOException {
    Corpus corpus =
        read(
            "a.name",
            """
            <DOC DOCNO="a">
            <TEXT>
            <ENAMEX TYPE="PERSON">Ada Lee</ENAMEX> left -LRB- for <ENAMEX TYPE="GPE">Rome</ENAMEX>-<ENAMEX TYPE="GPE">Ostia</ENAMEX> -RRB- .

            In <ENAMEX TYPE="NORP" S_OFF="4">non-Roman</ENAMEX> <ENAMEX TYPE="GPE" E_OFF="6">U.S.-based</ENAMEX> R-AMP-D
            </TEXT>
            </DOC>
            """);
    assertEquals("ontonotes", format(corpus));
    assertEquals(
        List.of(
            "<person Ada Lee> left ( for <gpe Rome> - <gpe Ostia> ) .",
            "In non- <norp Roman> <gpe U.S.> -based R&D"),
        Shown.of(corpus));
  }

  @Test
  void namesOutsideOfSentencesAreToldOf() throws IOException {
    Corpus corpus =
        read("a.sgm", "<DOC><CO><ENAMEX TYPE=\"PERSON\">Ada</ENAMEX></CO><s>Hi there.</s></DOC>");
    assertEquals(
        Map.of("entities left out: outside of sentences", 1L), corpus.statistics().changes());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<ENAMEX>Ada</ENAMEX>                          | a TYPE",
        "<ENAMEX TYPE=\"X\">Ada                        | </ENAMEX> for line 2",
        "Ada</ENAMEX>                                  | <ENAMEX> before it",
        "<ENAMEX TYPE=\"X\">Ada</NUMEX>                | </ENAMEX>",
        "<ENAMEX TYPE=\"X\" Ada                        | a tag that ends with",
        "<DOC>                                         | </DOC> before it"
      })
  void brokenTagsAreNamedByLine(String text, String expected) {
    CorpusFormatException refusal =
        assertThrows(
            CorpusFormatException.class,
            () -> read("a.name", "<DOC>\n" + text.replace("\\\"", "\"") + "</DOC>"));
    assertEquals(2, refusal.line(), refusal.getMessage());
    assertTrue(refusal.expected().startsWith(expected), refusal.getMessage());
  }

  @Test
  void aDocumentMustEnd() {
    CorpusFormatException refusal =
        assertThrows(CorpusFormatException.class, () -> read("a.name", "<DOC>\nAda\nleft"));
    assertEquals("the end of the file", refusal.found());
    assertEquals(3, refusal.line());
  }
}
