package io.github.albertner.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.NerTagger;
import io.github.albertner.label.EntitySpan;
import io.github.albertner.uima.NerTypes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.uima.UIMAException;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.Type;
import org.apache.uima.cas.impl.XmiCasDeserializer;
import org.apache.uima.cas.text.AnnotationFS;
import org.apache.uima.fit.factory.TypeSystemDescriptionFactory;
import org.apache.uima.resource.metadata.TypeSystemDescription;
import org.apache.uima.util.CasCreationUtils;
import org.xml.sax.SAXException;

/** Text files that go into a pipeline, and the XMI files that come out of it. */
final class XmiDocuments {
  private static final int COUNT = 12;

  private XmiDocuments() {}

  /** Writes English texts, of which no two have the same length, and returns the folder. */
  static Path writeTexts(Path folder) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int document = 0; document < COUNT; document++) {
      text.append(
              "Mr. Angela Merkel visited Paris on day %s, with \ud83d\ude00. ".formatted(document))
          .append("Wasn't Barack Obama in Washington (D.C.) then?\n");
      Files.writeString(
          folder.resolve(String.format(Locale.ROOT, "document%02d.txt", document)), text);
    }
    return folder;
  }

  /**
   * Fails unless a folder has all documents, each with what the tagger finds in the sentences and
   * tokens that the pipeline made.
   */
  static void assertTagged(Path folder, Path model)
      throws IOException, UIMAException, SAXException {
    TypeSystemDescription types =
        TypeSystemDescriptionFactory.createTypeSystemDescription(
            "io.github.albertner.uima.NerTypeSystem");
    CAS cas = CasCreationUtils.createCas(types, null, null);
    int entities = 0;
    try (NerTagger tagger = NerTagger.load(model)) {
      for (int document = 0; document < COUNT; document++) {
        cas.reset();
        Path file = folder.resolve(String.format(Locale.ROOT, "document%02d.txt.xmi", document));
        try (InputStream in = Files.newInputStream(file)) {
          XmiCasDeserializer.deserialize(in, cas, true);
        }
        List<AnnotationFS> sentences = all(cas, NerTypes.SENTENCE);
        assertTrue(sentences.size() > document, "sentences of " + file);
        List<String> expected = tagged(tagger, cas, sentences);
        assertEquals(expected, found(cas), file.toString());
        entities += expected.size();
      }
    }
    assertTrue(entities > COUNT, "entities: " + entities);
  }

  private static List<AnnotationFS> all(CAS cas, String type) {
    List<AnnotationFS> all = new ArrayList<>();
    cas.getAnnotationIndex(cas.getTypeSystem().getType(type)).forEach(all::add);
    return all;
  }

  private static List<String> tagged(NerTagger tagger, CAS cas, List<AnnotationFS> sentences) {
    List<String> entities = new ArrayList<>();
    for (AnnotationFS sentence : sentences) {
      List<AnnotationFS> tokens =
          all(cas, NerTypes.TOKEN).stream()
              .filter(token -> token.getBegin() >= sentence.getBegin())
              .filter(token -> token.getEnd() <= sentence.getEnd())
              .toList();
      for (EntitySpan entity :
          tagger.tag(tokens.stream().map(AnnotationFS::getCoveredText).toList())) {
        entities.add(
            entity(
                tokens.get(entity.begin()).getBegin(),
                tokens.get(entity.end() - 1).getEnd(),
                entity.type(),
                entity.probability()));
      }
    }
    return entities;
  }

  private static List<String> found(CAS cas) {
    Type type = cas.getTypeSystem().getType(NerTypes.NAMED_ENTITY);
    return all(cas, NerTypes.NAMED_ENTITY).stream()
        .map(
            entity ->
                entity(
                    entity.getBegin(),
                    entity.getEnd(),
                    entity.getStringValue(type.getFeatureByBaseName(NerTypes.LABEL)),
                    entity.getDoubleValue(type.getFeatureByBaseName(NerTypes.SCORE))))
        .toList();
  }

  private static String entity(int begin, int end, String label, double score) {
    return String.format(Locale.ROOT, "%d-%d %s %.4f", begin, end, label, score);
  }
}
