package io.github.albertner.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.label.EntitySpan;
import io.github.albertner.text.Annotator;
import io.github.albertner.text.PassageReader;
import io.github.albertner.text.RawTextReader;
import io.github.albertner.text.Splitter;
import io.github.albertner.uima.NerTypes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.uima.UIMAFramework;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.impl.XmiCasDeserializer;
import org.apache.uima.cas.text.AnnotationFS;
import org.apache.uima.util.CasCreationUtils;
import org.apache.uima.util.XMLInputSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** XMI as UIMA's own deserializer reads it, with the type system that is written beside it. */
class XmiWriterTest {

  /** Finds words that begin with a capital or a symbol outside the BMP. */
  private static List<List<EntitySpan>> tag(List<List<String>> sentences) {
    List<List<EntitySpan>> found = new ArrayList<>();
    for (List<String> words : sentences) {
      List<EntitySpan> spans = new ArrayList<>();
      for (int i = 0; i < words.size(); i++) {
        if (words.get(i).codePointAt(0) > 0xFFFF || Character.isUpperCase(words.get(i).charAt(0))) {
          spans.add(new EntitySpan(i, i + 1, "name", 0.1 + 0.2));
        }
      }
      found.add(spans);
    }
    return found;
  }

  private static String write(String text, String language) throws IOException {
    StringWriter xmi = new StringWriter();
    try (AnnotationWriter out = AnnotationFormat.XMI.writer(xmi, List.of("a.txt"), language);
        PassageReader in = new RawTextReader("a.txt", new StringReader(text), Splitter.english())) {
      new Annotator(XmiWriterTest::tag, entity -> true).annotate(in, out);
    }
    return xmi.toString();
  }

  private static CAS reread(String xmi) throws Exception {
    byte[] descriptor = AnnotationFormat.XMI.companions().get("TypeSystem.xml");
    CAS cas =
        CasCreationUtils.createCas(
            UIMAFramework.getXMLParser()
                .parseTypeSystemDescription(
                    new XMLInputSource(new ByteArrayInputStream(descriptor), null)),
            null,
            null);
    XmiCasDeserializer.deserialize(
        new ByteArrayInputStream(xmi.getBytes(StandardCharsets.UTF_8)), cas);
    return cas;
  }

  private static List<AnnotationFS> all(CAS cas, String type) {
    List<AnnotationFS> found = new ArrayList<>();
    cas.getAnnotationIndex(cas.getTypeSystem().getType(type)).forEach(found::add);
    return found;
  }

  private static List<String> texts(CAS cas, String type) {
    return all(cas, type).stream().map(AnnotationFS::getCoveredText).toList();
  }

  @Test
  void sentencesTokensAndEntitiesAreWhereTheyWere() throws Exception {
    CAS cas = reread(write("Hm \uD83D\uDE00, Ada left.\r\n\r\nin Rome", "en"));
    assertEquals("Hm \uD83D\uDE00, Ada left.\r\n\r\nin Rome", cas.getDocumentText());
    assertEquals("en", cas.getDocumentLanguage());
    assertEquals(List.of("Hm \uD83D\uDE00, Ada left.", "in Rome"), texts(cas, NerTypes.SENTENCE));
    assertEquals(
        List.of("Hm", "\uD83D\uDE00", ",", "Ada", "left", ".", "in", "Rome"),
        texts(cas, NerTypes.TOKEN));
    assertEquals(List.of("Hm", "\uD83D\uDE00", "Ada", "Rome"), texts(cas, NerTypes.NAMED_ENTITY));
    AnnotationFS rome = all(cas, NerTypes.NAMED_ENTITY).get(3);
    assertEquals(23, rome.getBegin());
    assertEquals(
        "name", rome.getFeatureValueAsString(rome.getType().getFeatureByBaseName("label")));
    assertEquals(
        0.1 + 0.2, rome.getDoubleValue(rome.getType().getFeatureByBaseName(NerTypes.SCORE)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \n ",
        "a & b < c > \"d\" ']]>",
        "tab\tcr\rlf\ncrlf\r\n end",
        "\uD835\uDC9Ee\u0301 \u200D \u2028 \u0085 \uFFFD \uFDD0",
        "escape \u001B[0m bell \u0007 page \f next \u0085 line \u2028 Ada \u009F"
      })
  void theTextIsExactlyTheInput(String text) throws Exception {
    CAS cas = reread(write(text, "en"));
    assertEquals(text, cas.getDocumentText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "und"})
  void anUnknownLanguageIsLeftOpen(String language) throws Exception {
    assertEquals("x-unspecified", reread(write("Ada", language)).getDocumentLanguage());
  }

  @Test
  void whatXmlCannotHoldIsRefused() {
    String message =
        assertThrows(IOException.class, () -> write("Ada \u0000 left", "en")).getMessage();
    assertTrue(message.startsWith("a.txt: expected characters that XML can hold"), message);
    assertTrue(message.contains("U+0000 at character 4"), message);
  }
}
