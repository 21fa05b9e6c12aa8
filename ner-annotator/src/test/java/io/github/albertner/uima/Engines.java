package io.github.albertner.uima;

import io.github.albertner.testing.TinyModels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.uima.UIMAException;
import org.apache.uima.analysis_engine.AnalysisEngine;
import org.apache.uima.cas.CAS;
import org.apache.uima.fit.factory.AnalysisEngineFactory;

/** Makes engines for tests, and documents that they find something in. */
final class Engines {
  static final String TEXT =
      "Angela Merkel visited\nParis with \ud83d\ude00 Barack Obama of Washington . \ud840\udc00 was"
          + " in London .";
  private static final int BORDER = TEXT.indexOf('.') + 1;

  private Engines() {}

  static Path writeModel(Path folder) throws IOException {
    Path file = folder.resolve("model.bin");
    TinyModels.bio().write(file, false);
    return file;
  }

  static AnalysisEngine of(Path model, Object... parameters) throws UIMAException {
    List<Object> all = new ArrayList<>(List.of(parameters));
    all.addAll(List.of(NerAnnotator.PARAM_MODEL_LOCATION, model.toString()));
    return AnalysisEngineFactory.createEngine(NerAnnotator.class, all.toArray());
  }

  static void process(CAS cas, Path model, Object... parameters) throws UIMAException {
    AnalysisEngine engine = of(model, parameters);
    try {
      engine.process(cas);
    } finally {
      engine.destroy();
    }
  }

  /** Two sentences and their tokens. */
  static void fill(CAS cas, String sentenceType, String tokenType) {
    cas.setDocumentText(TEXT);
    Cases.addSentence(cas, sentenceType, tokenType, 0, BORDER);
    Cases.addSentence(cas, sentenceType, tokenType, BORDER + 1, TEXT.length());
  }

  static CAS document() throws UIMAException {
    CAS cas = Cases.own();
    fill(cas, NerTypes.SENTENCE, NerTypes.TOKEN);
    return cas;
  }

  /** What the document has of a type: range, type, and label where there is a feature for it. */
  static List<String> found(CAS cas, String type) {
    return Cases.all(cas, type).stream()
        .map(
            entity -> {
              var label = entity.getType().getFeatureByBaseName(NerTypes.LABEL);
              return "%s-%s %s %s"
                  .formatted(
                      entity.getBegin(),
                      entity.getEnd(),
                      entity.getType().getShortName(),
                      label == null ? "" : entity.getStringValue(label))
                  .strip();
            })
        .toList();
  }

  static List<String> found(CAS cas) {
    return found(cas, NerTypes.NAMED_ENTITY);
  }

  /** What causes UIMA's own "initialization failed" or "processing failed". */
  static String causeMessage(Throwable e) {
    Throwable cause = e;
    while (cause instanceof UIMAException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage();
  }
}
