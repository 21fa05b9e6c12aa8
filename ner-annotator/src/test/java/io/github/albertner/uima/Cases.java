package io.github.albertner.uima;

import io.github.albertner.NamedEntity;
import io.github.albertner.text.SplitterKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.uima.UIMAException;
import org.apache.uima.UIMAFramework;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.Type;
import org.apache.uima.cas.text.AnnotationFS;
import org.apache.uima.resource.metadata.TypeDescription;
import org.apache.uima.resource.metadata.TypeSystemDescription;
import org.apache.uima.util.CasCreationUtils;

/** Makes documents for tests. */
final class Cases {
  static final String OTHER_SENTENCE = "org.example.Satz";
  static final String OTHER_TOKEN = "org.example.Wort";
  static final String OTHER_ENTITY = "org.example.NamedEntity";
  static final String OTHER_WORK = "org.example.Work";

  private Cases() {}

  /** An empty document of a pipeline that knows the project's types. */
  static CAS own() throws UIMAException {
    return CasCreationUtils.createCas(Descriptors.typeSystem(), null, null);
  }

  /** An empty document of a pipeline that knows only types of its own. */
  static CAS other() throws UIMAException {
    TypeSystemDescription types =
        UIMAFramework.getResourceSpecifierFactory().createTypeSystemDescription();
    types.addType(OTHER_SENTENCE, "", CAS.TYPE_NAME_ANNOTATION);
    types.addType(OTHER_TOKEN, "", CAS.TYPE_NAME_ANNOTATION);
    types.addType("org.example.Money", "", CAS.TYPE_NAME_TOP);
    types.addType(OTHER_WORK, "", CAS.TYPE_NAME_ANNOTATION);
    TypeDescription entity = types.addType(OTHER_ENTITY, "", CAS.TYPE_NAME_ANNOTATION);
    entity.addFeature("value", "", CAS.TYPE_NAME_STRING);
    entity.addFeature("confidence", "", CAS.TYPE_NAME_FLOAT);
    return CasCreationUtils.createCas(types, null, null);
  }

  /** Settings of parameters given by name and value. */
  static EngineSettings settings(Object... namesAndValues) {
    Map<String, Object> values = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return EngineSettings.of(new Parameters(values::get));
  }

  /** The types that are read, of parameters given by name and value. */
  static InputTypes inputs(CAS cas, Object... namesAndValues) {
    return InputTypes.resolve(
        new TypeLookup(cas.getTypeSystem()), settings(namesAndValues).input());
  }

  /** The types that are written, of parameters given by name and value. */
  static Map<String, TargetType> targets(CAS cas, List<String> labels, Object... namesAndValues) {
    EngineSettings settings = settings(namesAndValues);
    return TargetType.resolve(
        new TypeLookup(cas.getTypeSystem()), settings.typesOf(labels), settings.output());
  }

  static void add(CAS cas, String type, int begin, int end) {
    Type found = cas.getTypeSystem().getType(type);
    cas.addFsToIndexes(cas.createAnnotation(found, begin, end));
  }

  /** Adds a sentence, and tokens where there is no white space. */
  static void addSentence(CAS cas, String sentenceType, String tokenType, int begin, int end) {
    add(cas, sentenceType, begin, end);
    String text = cas.getDocumentText();
    int start = begin;
    for (int i = begin; i <= end; i++) {
      if (i == end || text.charAt(i) == ' ' || text.charAt(i) == '\n') {
        if (i > start) {
          add(cas, tokenType, start, i);
        }
        start = i + 1;
      }
    }
  }

  static List<AnnotationFS> all(CAS cas, String type) {
    List<AnnotationFS> all = new ArrayList<>();
    cas.getAnnotationIndex(cas.getTypeSystem().getType(type)).forEach(all::add);
    return all;
  }

  /** A reader for English text. */
  static SentenceReader reader() {
    return new SentenceReader("en", Optional.empty(), SplitterKind.AUTO);
  }

  /** An entity of a document. */
  static NamedEntity entity(String type, int begin, int end, double probability) {
    return new NamedEntity(type, begin, end, probability, "", "", 0);
  }
}
