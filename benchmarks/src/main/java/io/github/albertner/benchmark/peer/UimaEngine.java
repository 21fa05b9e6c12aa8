package io.github.albertner.benchmark.peer;

import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.uima.NerAnnotator;
import io.github.albertner.uima.NerTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.uima.UIMAException;
import org.apache.uima.analysis_engine.AnalysisEngine;
import org.apache.uima.cas.CAS;
import org.apache.uima.fit.factory.AnalysisEngineFactory;

/** Our analysis engine on documents whose sentences and tokens are marked. */
public final class UimaEngine implements AutoCloseable {
  private final AnalysisEngine engine;
  private final CAS cas;

  private UimaEngine(AnalysisEngine engine, CAS cas) {
    this.engine = engine;
    this.cas = cas;
  }

  /** An engine over a package, read from a file as applications do. */
  public static UimaEngine of(ModelPackage model) throws IOException, UIMAException {
    Path file = Files.createTempFile("benchmark", ".bin");
    try {
      model.write(file, true);
      AnalysisEngine engine =
          AnalysisEngineFactory.createEngine(
              NerAnnotator.class, NerAnnotator.PARAM_MODEL_LOCATION, file.toString());
      return new UimaEngine(engine, engine.newCAS());
    } finally {
      Files.delete(file);
    }
  }

  /**
   * Returns how long the engine takes for a document, without making it: the mean of some.
   *
   * @param sentences tokens of each
   * @param times documents, all the same
   */
  public double secondsOf(List<List<String>> sentences, int times) throws UIMAException {
    long nanos = 0;
    for (int i = 0; i < times; i++) {
      fill(sentences);
      long begin = System.nanoTime();
      engine.process(cas);
      nanos += System.nanoTime() - begin;
    }
    return nanos / 1e9 / times;
  }

  private void fill(List<List<String>> sentences) {
    cas.reset();
    cas.setDocumentText(
        sentences.stream().map(s -> String.join(" ", s)).collect(Collectors.joining("\n")));
    int begin = 0;
    for (List<String> sentence : sentences) {
      int first = begin;
      for (String token : sentence) {
        mark(NerTypes.TOKEN, begin, begin + token.length());
        begin += token.length() + 1;
      }
      mark(NerTypes.SENTENCE, first, begin - 1);
    }
  }

  private void mark(String type, int begin, int end) {
    cas.addFsToIndexes(cas.createAnnotation(cas.getTypeSystem().getType(type), begin, end));
  }

  @Override
  public void close() {
    engine.destroy();
  }
}
