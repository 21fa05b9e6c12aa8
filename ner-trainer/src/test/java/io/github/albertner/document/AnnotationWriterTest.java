package io.github.albertner.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.albertner.corpus.Corpora;
import io.github.albertner.corpus.CorpusOptions;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.corpus.UnwritableSentenceException;
import io.github.albertner.label.EntitySpan;
import io.github.albertner.testing.Texts;
import io.github.albertner.text.Annotator;
import io.github.albertner.text.TokenizedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import opennlp.tools.namefind.NameSample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnotationWriterTest {

  @TempDir Path folder;

  private static String write(
      AnnotationFormat format,
      Function<List<List<String>>, List<List<EntitySpan>>> tagger,
      String... texts)
      throws IOException {
    StringWriter text = new StringWriter();
    List<String> names = Arrays.stream(texts).map(t -> "a.txt").toList();
    Annotator annotator = new Annotator(tagger, entity -> true);
    try (AnnotationWriter out = format.writer(text, names, "en")) {
      for (String input : texts) {
        annotator.annotate(new TokenizedReader(Texts.input(input, 99)), out);
      }
    }
    return text.toString();
  }

  private static String write(AnnotationFormat format, String... texts) throws IOException {
    return write(format, Texts::tagCapitals, texts);
  }

  @Test
  void textIsATableWithTheTextLast() throws IOException {
    assertEquals(
        """
           begin       end  type            prob  text
               0        12  person          0.99  Ada Lovelace
              20        23  person          0.99  Bob
        """,
        write(AnnotationFormat.TEXT, "Ada Lovelace met by Bob .\n"));
  }

  @Test
  void textNamesInputsOnlyIfThereAreSeveral() throws IOException {
    assertEquals(
        """
        ==> a.txt <==
           begin       end  type            prob  text
               0         3  person          0.99  Ada

        ==> a.txt <==

        ==> a.txt <==
           begin       end  type            prob  text
               2         5  person          0.99  Bob
        """,
        write(AnnotationFormat.TEXT, "Ada", "none", "a Bob"));
  }

  @Test
  void textHasARowPerEntityWhateverIsInIt() throws IOException {
    String row = write(AnnotationFormat.TEXT, "A\u001B[2J\u202E \u00A0 B").lines().toList().get(1);
    assertTrue(row.endsWith("  A\uFFFD[2J\uFFFD B"), row);
  }

  @Test
  void nothingIsWrittenOfAnEmptyInput() throws IOException {
    for (AnnotationFormat format : AnnotationFormat.values()) {
      // A page says that there is nothing; XMI of an empty text is a CAS like others.
      if (format != AnnotationFormat.HTML && format != AnnotationFormat.XMI) {
        assertEquals("", write(format, ""), format.toString());
      }
    }
  }

  @Test
  void jsonIsALinePerSentence() throws IOException {
    assertEquals(
        "{'source':'a.txt','text':'\uD83D\uDE00  Ada','begin':0,'end':7,'codePointBegin':0,"
                .replace('\'', '"')
            + "'codePointEnd':6,'tokens':['\uD83D\uDE00','Ada'],'entities':[{'type':'person',"
                .replace('\'', '"')
            + "'text':'Ada','begin':4,'end':7,'codePointBegin':3,'codePointEnd':6,'beginToken':1,"
                .replace('\'', '"')
            + "'endToken':2,'probability':0.9877}]}\n".replace('\'', '"'),
        write(AnnotationFormat.JSON, "\uD83D\uDE00  Ada"));
  }

  @Test
  void jsonDoesNotEscapeForHtml() throws IOException {
    assertTrue(write(AnnotationFormat.JSON, "<b>&amp;'").contains("\"text\":\"<b>&amp;'\""));
  }

  @Property(tries = 100)
  void jsonReadsBack(@ForAll("texts") String text) throws IOException {
    for (String line : write(AnnotationFormat.JSON, Texts::tag, text).lines().toList()) {
      JsonObject sentence = JsonParser.parseString(line).getAsJsonObject();
      assertEquals(slice(text, sentence), sentence.get("text").getAsString());
      JsonArray tokens = sentence.getAsJsonArray("tokens");
      for (JsonElement element : sentence.getAsJsonArray("entities")) {
        JsonObject entity = element.getAsJsonObject();
        assertEquals(slice(text, entity), entity.get("text").getAsString());
        assertTrue(
            entity
                .get("text")
                .getAsString()
                .startsWith(tokens.get(entity.get("beginToken").getAsInt()).getAsString()));
      }
    }
  }

  private static String slice(String text, JsonObject range) {
    int[] codePoints =
        text.codePoints()
            .skip(range.get("codePointBegin").getAsLong())
            .limit(range.get("codePointEnd").getAsLong() - range.get("codePointBegin").getAsLong())
            .toArray();
    String slice = text.substring(range.get("begin").getAsInt(), range.get("end").getAsInt());
    assertEquals(slice, new String(codePoints, 0, codePoints.length));
    return slice;
  }

  @Test
  void htmlMarksEntitiesAndCountsThem() throws IOException {
    String page = write(AnnotationFormat.HTML, "met  Ada Byron &c\n\n\"B\"", "Bob");
    assertTrue(
        page.contains(
            "<p dir=\"auto\">met  <mark class=\"c0\" data-type=\"person\" title=\"person,"
                + " probability 99 %, characters 5 to 14\">Ada Byron</mark> &amp;c</p>"),
        page);
    assertTrue(page.contains("<li><mark class=\"c0\">person</mark> 2</li>"), page);
    assertTrue(page.contains("<p>2 entities in 3 sentences</p>"), page);
    assertTrue(page.contains("&quot;B&quot;"), page);
  }

  @Test
  void htmlOfAnEmptyInputIsAPage() throws IOException {
    String page = write(AnnotationFormat.HTML, "");
    assertTrue(page.startsWith("<!DOCTYPE html>") && page.endsWith("</html>\n"), page);
    assertTrue(page.contains("<p>0 entities in 0 sentences</p>"), page);
  }

  @Property(tries = 100)
  void htmlHoldsTheTextAndNoMarkupOfIts(@ForAll("texts") String text) throws IOException {
    String page = write(AnnotationFormat.HTML, Texts::tag, text);
    String body = page.substring(page.indexOf("<main>"), page.indexOf("</main>"));
    List<String> paragraphs = new ArrayList<>();
    for (String paragraph : body.split("<p dir=\"auto\">", -1)) {
      if (paragraph.contains("</p>")) {
        paragraphs.add(unescape(paragraph.substring(0, paragraph.indexOf("</p>"))));
      }
    }
    List<String> lines =
        Texts.readAll(new TokenizedReader(Texts.input(text, 99))).stream()
            .flatMap(p -> p.sentences().stream().map(s -> s.characters().of(p.text())))
            .map(
                line ->
                    line.replaceAll("[\\p{Cc}&&[^\\t\\n\\r]]|\\p{Cs}|[\\uFFFE\\uFFFF]", "\uFFFD"))
            .map(line -> line.replaceAll("[\\uFDD0-\\uFDEF]", "\uFFFD"))
            .toList();
    assertEquals(lines, paragraphs);
  }

  private static String unescape(String html) {
    String text = html.replaceAll("</?mark[^>]*>", "");
    assertFalse(text.contains("<") || text.contains(">") || text.contains("\""), text);
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&#13;", "\r")
        .replace("&amp;", "&");
  }

  @Test
  void nameSamplesAreWhatOpenNlpReads() throws IOException {
    String line = write(AnnotationFormat.OPENNLP, "met Ada Byron .\n");
    assertEquals("met <START:person> Ada Byron <END> .\n", line);
    NameSample sample = NameSample.parse(line.strip(), false);
    assertEquals("[1..3) person", sample.getNames()[0].toString());
  }

  @Test
  void inputsAreDocumentsOfACorpus() throws IOException {
    assertEquals(
        "Ada\tB-person\n\nno\tO\n\n-DOCSTART-\tO\n\nBob\tB-person\n\n",
        write(AnnotationFormat.CONLL, "Ada\nno", "Bob"));
    assertEquals(
        "<START:person> Ada <END>\nno\n\n<START:person> Bob <END>\n",
        write(AnnotationFormat.OPENNLP, "Ada\nno", "Bob"));
  }

  @Test
  void corpusFormatsReadBackAsTheSameEntities() throws IOException {
    String text = "Ada Lovelace met Bob .\nna\u00EFve \uD83D\uDE00 Zo\u00EB e\u0301\nnone\n";
    for (AnnotationFormat format : List.of(AnnotationFormat.CONLL, AnnotationFormat.OPENNLP)) {
      Path file = Files.writeString(folder.resolve(format.toString()), write(format, text));
      List<Sentence> read = Corpora.read(List.of(file), CorpusOptions.DEFAULTS).sentences();
      List<List<String>> words = text.lines().map(line -> List.of(line.split(" ", -1))).toList();
      assertEquals(words, read.stream().map(Sentence::words).toList());
      List<List<EntitySpan>> expected = Texts.tagCapitals(words);
      for (int i = 0; i < read.size(); i++) {
        assertEquals(expected.get(i).size(), read.get(i).entities().size());
        for (int j = 0; j < expected.get(i).size(); j++) {
          assertTrue(expected.get(i).get(j).sameEntity(read.get(i).entities().get(j)));
        }
      }
    }
  }

  @Test
  void aTokenThatWouldReadBackAsATagIsRefused() {
    Exception e =
        assertThrows(
            UnwritableSentenceException.class, () -> write(AnnotationFormat.OPENNLP, "a <END> b"));
    assertTrue(e.getMessage().contains("word 2 of sentence 1"), e.getMessage());
  }

  @Provide
  Arbitrary<String> texts() {
    return Texts.any();
  }
}
