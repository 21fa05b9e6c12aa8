package io.github.albertner.uima;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.uima.UIMAException;
import org.apache.uima.UIMAFramework;
import org.apache.uima.analysis_engine.AnalysisEngine;
import org.apache.uima.analysis_engine.AnalysisEngineDescription;
import org.apache.uima.cas.CAS;
import org.apache.uima.fit.factory.AnalysisEngineFactory;
import org.apache.uima.fit.factory.ExternalResourceFactory;
import org.apache.uima.resource.ExternalResourceDescription;
import org.apache.uima.resource.FileResourceSpecifier;
import org.apache.uima.resource.ResourceInitializationException;
import org.apache.uima.resource.ResourceManager;
import org.apache.uima.resource.metadata.ExternalResourceBinding;
import org.apache.uima.resource.metadata.ResourceManagerConfiguration;
import org.apache.uima.util.XMLInputSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;

class NerModelResourceTest {
  @TempDir private static Path folder;

  private static Path model;

  @BeforeAll
  static void write() throws IOException {
    model = Engines.writeModel(folder);
  }

  private static ExternalResourceDescription resource(String location, Object... parameters) {
    return ExternalResourceFactory.createExternalResourceDescription(
        NerModelResource.class, location, parameters);
  }

  private static AnalysisEngine engine(Object... parameters) throws UIMAException {
    return AnalysisEngineFactory.createEngine(NerAnnotator.class, parameters);
  }

  private static void assertFindsWhatTheModelFinds(AnalysisEngine engine) throws UIMAException {
    CAS expected = Engines.document();
    Engines.process(expected, model);
    CAS cas = Engines.document();
    engine.process(cas);
    assertEquals(Engines.found(expected), Engines.found(cas));
  }

  @Test
  void enginesOfUimaFitTakeTheirModelFromIt() throws UIMAException {
    for (String location : new String[] {model.toString(), model.toUri().toString()}) {
      AnalysisEngine engine = engine(NerAnnotator.RESOURCE_MODEL, resource(location));
      assertFindsWhatTheModelFinds(engine);
      engine.destroy();
    }
  }

  @Test
  void oneResourceServesEnginesAfterOthersAreDestroyed() throws UIMAException {
    ExternalResourceDescription resource = resource(model.toString());
    ResourceManager manager = UIMAFramework.newDefaultResourceManager();
    AnalysisEngineDescription description =
        AnalysisEngineFactory.createEngineDescription(
            NerAnnotator.class, NerAnnotator.RESOURCE_MODEL, resource);
    AnalysisEngine one = UIMAFramework.produceAnalysisEngine(description, manager, null);
    AnalysisEngine other = UIMAFramework.produceAnalysisEngine(description, manager, null);
    assertSame(
        one.getUimaContextAdmin().getResourceObject(NerAnnotator.RESOURCE_MODEL),
        other.getUimaContextAdmin().getResourceObject(NerAnnotator.RESOURCE_MODEL));
    one.destroy();
    assertFindsWhatTheModelFinds(other);
    other.reconfigure();
    assertFindsWhatTheModelFinds(other);
    other.destroy();
  }

  @Test
  void aDescriptorBindsItByName() throws UIMAException, IOException, SAXException {
    Path jar = folder.resolve("models.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("in-jar.bin"));
      Files.copy(model, zip);
    }
    for (String url :
        new String[] {model.toUri().toString(), "jar:" + jar.toUri() + "!/in-jar.bin"}) {
      AnalysisEngine engine =
          UIMAFramework.produceAnalysisEngine(
              UIMAFramework.getXMLParser()
                  .parseAnalysisEngineDescription(
                      new XMLInputSource(
                          new ByteArrayInputStream(
                              descriptor(url).getBytes(StandardCharsets.UTF_8)),
                          null)));
      assertFindsWhatTheModelFinds(engine);
      engine.destroy();
    }
  }

  /** The engine's own descriptor with the bindings that an application adds. */
  private static String descriptor(String url) throws UIMAException, IOException, SAXException {
    AnalysisEngineDescription description =
        AnalysisEngineFactory.createEngineDescription(NerAnnotator.class);
    var factory = UIMAFramework.getResourceSpecifierFactory();
    FileResourceSpecifier file = factory.createFileResourceSpecifier();
    file.setFileUrl(url);
    ExternalResourceDescription resource = factory.createExternalResourceDescription();
    resource.setName("EnglishModel");
    resource.setResourceSpecifier(file);
    resource.setImplementationName(NerModelResource.class.getName());
    ExternalResourceBinding binding = factory.createExternalResourceBinding();
    binding.setKey(NerAnnotator.RESOURCE_MODEL);
    binding.setResourceName("EnglishModel");
    ResourceManagerConfiguration bindings = factory.createResourceManagerConfiguration();
    bindings.addExternalResource(resource);
    bindings.addExternalResourceBinding(binding);
    description.setResourceManagerConfiguration(bindings);
    StringWriter xml = new StringWriter();
    description.toXML(xml);
    return xml.toString();
  }

  @Test
  void anEmptyLocationIsTheModelOfTheJar() throws UIMAException {
    AnalysisEngine engine = engine(NerAnnotator.RESOURCE_MODEL, resource(""));
    NerModelResource resource =
        (NerModelResource) assertNotMissing(engine, NerAnnotator.RESOURCE_MODEL);
    assertTrue(resource.tagger().types().contains("person"));
    engine.destroy();
  }

  private static Object assertNotMissing(AnalysisEngine engine, String key) throws UIMAException {
    Object resource = engine.getUimaContextAdmin().getResourceObject(key);
    assertEquals(NerModelResource.class, resource.getClass());
    return resource;
  }

  @Test
  void itsParametersSayHowTheNetworkRuns() throws UIMAException {
    engine(NerAnnotator.RESOURCE_MODEL, resource(model.toString(), "precision", "bf16")).destroy();
    assertTrue(
        refusal(NerAnnotator.RESOURCE_MODEL, resource(model.toString(), "precision", "f8"))
            .startsWith(
                "parameter precision: expected one of [auto, bf16, f16, f32, int8], found 'f8'"));
    assertTrue(
        refusal(NerAnnotator.RESOURCE_MODEL, resource(model.toString(), "presicion", "f32"))
            .startsWith("there is no parameter presicion (did you mean precision?)"));
  }

  @Test
  void whatItDecidesIsNotSaidTwice() {
    for (String parameter : new String[] {"modelLocation", "precision", "device"}) {
      assertEquals(
          "parameter "
              + parameter
              + ": expected none beside the external resource model, which decides it",
          refusal(NerAnnotator.RESOURCE_MODEL, resource(model.toString()), parameter, "cpu"));
    }
  }

  @Test
  void aMissingModelIsNamed() {
    assertTrue(
        refusal(NerAnnotator.RESOURCE_MODEL, resource("no/such.bin")).contains("no/such.bin"));
    assertTrue(
        refusal(NerAnnotator.RESOURCE_MODEL, resource("classpath:no.bin"))
            .contains("no resource no.bin"));
  }

  private static String refusal(Object... parameters) {
    return Engines.causeMessage(
        assertThrows(ResourceInitializationException.class, () -> engine(parameters)));
  }
}
