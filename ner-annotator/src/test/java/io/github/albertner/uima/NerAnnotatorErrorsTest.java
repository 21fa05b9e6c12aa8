package io.github.albertner.uima;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.testing.TinyModels;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.uima.UIMAException;
import org.apache.uima.UIMAFramework;
import org.apache.uima.analysis_engine.AnalysisEngine;
import org.apache.uima.analysis_engine.AnalysisEngineProcessException;
import org.apache.uima.cas.CAS;
import org.apache.uima.fit.factory.AnalysisEngineFactory;
import org.apache.uima.resource.ResourceInitializationException;
import org.apache.uima.resource.ResourceManager;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NerAnnotatorErrorsTest {
  @TempDir private static Path folder;

  private static Path file;

  @BeforeAll
  static void write() throws IOException {
    file = folder.resolve("model.bin");
    TinyModels.bio().write(file, false);
  }

  /** What UIMA prints below its own "initialization failed" or "processing failed". */
  private static String causeMessage(Throwable e) {
    Throwable cause = e;
    while (cause instanceof UIMAException) {
      cause = cause.getCause();
    }
    return cause.getMessage();
  }

  private static AnalysisEngine load(String location) throws UIMAException {
    return AnalysisEngineFactory.createEngine(
        NerAnnotator.class, NerAnnotator.PARAM_MODEL_LOCATION, location);
  }

  private static String locationError(String location) {
    return causeMessage(assertThrows(ResourceInitializationException.class, () -> load(location)));
  }

  /** The message for a pipeline of other types, of which one parameter is wrong. */
  private static String typeError(String parameter, String value) throws UIMAException {
    List<String> parameters = new ArrayList<>();
    parameters.addAll(List.of(NerAnnotator.PARAM_MODEL_LOCATION, file.toString()));
    parameters.addAll(List.of(NerAnnotator.PARAM_SENTENCE_TYPE, Cases.OTHER_SENTENCE));
    parameters.addAll(List.of(NerAnnotator.PARAM_ENTITY_TYPE, Cases.OTHER_ENTITY));
    parameters.addAll(List.of(NerAnnotator.PARAM_LABEL_FEATURE, "value"));
    parameters.addAll(List.of(NerAnnotator.PARAM_SCORE_FEATURE, "confidence"));
    int index = parameters.indexOf(parameter);
    if (index >= 0) {
      parameters.set(index + 1, value);
    } else {
      parameters.addAll(List.of(parameter, value));
    }
    AnalysisEngine engine =
        AnalysisEngineFactory.createEngine(NerAnnotator.class, parameters.toArray());
    CAS cas = Cases.other();
    cas.setDocumentText("Paris");
    return causeMessage(
        assertThrows(AnalysisEngineProcessException.class, () -> engine.process(cas)));
  }

  @Test
  void aMissingTypeIsNamedWithTheNearest() throws UIMAException {
    assertEquals(
        "parameter entityType: expected a type of the pipeline's type system, found"
            + " org.example.NamedEntitty, which is not in it (did you mean"
            + " org.example.NamedEntity?); correct the name, or add the type's descriptor to the"
            + " pipeline",
        typeError(NerAnnotator.PARAM_ENTITY_TYPE, "org.example.NamedEntitty"));
    assertTrue(
        typeError(NerAnnotator.PARAM_SENTENCE_TYPE, "com.other.Satz")
            .contains("(did you mean org.example.Satz?)"));
    assertTrue(
        typeError(NerAnnotator.PARAM_TOKEN_TYPE, "com.other.Wort")
            .startsWith("parameter tokenType: expected a type"));
  }

  @Test
  void theDefaultEntityTypeMustBeInThePipelineToo() throws UIMAException {
    assertTrue(
        typeError(NerAnnotator.PARAM_ENTITY_TYPE, NerTypes.NAMED_ENTITY)
            .contains("(did you mean org.example.NamedEntity?)"));
  }

  @Test
  void aTypeThatIsNoAnnotationIsRefused() throws UIMAException {
    assertEquals(
        "parameter entityType: expected a subtype of uima.tcas.Annotation, found"
            + " org.example.Money, a subtype of uima.cas.TOP",
        typeError(NerAnnotator.PARAM_ENTITY_TYPE, "org.example.Money"));
  }

  @Test
  void aMissingFeatureIsNamedWithThoseThatExist() throws UIMAException {
    assertEquals(
        "parameter labelFeature: expected a feature of org.example.NamedEntity, found valeu; it has"
            + " [sofa, begin, end, value, confidence] (did you mean value?); an empty value"
            + " writes none",
        typeError(NerAnnotator.PARAM_LABEL_FEATURE, "valeu"));
    assertTrue(
        typeError(NerAnnotator.PARAM_SCORE_FEATURE, "confidense")
            .contains("(did you mean confidence?)"));
  }

  @Test
  void aFeatureOfAnotherRangeIsRefused() throws UIMAException {
    assertEquals(
        "parameter scoreFeature: expected a feature of range uima.cas.Double or uima.cas.Float,"
            + " found org.example.NamedEntity:value of range uima.cas.String",
        typeError(NerAnnotator.PARAM_SCORE_FEATURE, "value"));
    assertTrue(
        typeError(NerAnnotator.PARAM_LABEL_FEATURE, "begin").contains("range uima.cas.String,"));
  }

  @Test
  void aMissingModelIsNamed() {
    assertEquals(
        "no/such.bin: expected an Albert NER model package, found no such file",
        locationError("no/such.bin"));
    assertTrue(locationError("classpath:no/such.bin").contains("no resource no/such.bin"));
    assertTrue(locationError("http://example.org/model.bin").contains("models are not fetched"));
    assertTrue(locationError("file:///x y").contains("found 'file:///x y'"));
    assertTrue(locationError("").contains("it names no file"));
  }

  @Test
  void modelsAreFoundWhereTheResourceManagerLooks() throws UIMAException, IOException {
    Path data = Files.createDirectories(folder.resolve("data/models"));
    Files.copy(file, data.resolve("in-data-path.bin"));
    Path jar = folder.resolve("extension.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("models/in-extension.bin"));
      Files.copy(file, zip);
      zip.closeEntry();
    }
    for (String location :
        List.of(
            "models/in-data-path.bin",
            "classpath:models/in-data-path.bin",
            "models/in-extension.bin",
            "classpath:models/in-extension.bin",
            "classpath:/models/in-extension.bin",
            file.toString())) {
      ResourceManager manager = UIMAFramework.newDefaultResourceManager();
      manager.setDataPath(folder.resolve("data").toString());
      manager.setExtensionClassPath(jar.toString(), true);
      UIMAFramework.produceAnalysisEngine(
              AnalysisEngineFactory.createEngineDescription(
                  NerAnnotator.class, NerAnnotator.PARAM_MODEL_LOCATION, location),
              manager,
              null)
          .destroy();
    }
  }

  @Test
  void filesUrlsAndResourcesAreModels() throws UIMAException, IOException {
    load(file.toUri().toString()).destroy();
    Path jar = folder.resolve("models.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("models/in-jar.bin"));
      Files.copy(file, zip);
      zip.closeEntry();
    }
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    URL[] path = {jar.toUri().toURL(), folder.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(path, before)) {
      thread.setContextClassLoader(loader);
      load("classpath:models/in-jar.bin").destroy();
      load("classpath:/model.bin").destroy();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
