package io.github.albertner.uima;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.uima.UIMAException;
import org.apache.uima.UIMAFramework;
import org.apache.uima.analysis_engine.AnalysisEngineDescription;
import org.apache.uima.cas.CAS;
import org.apache.uima.fit.factory.AnalysisEngineFactory;
import org.apache.uima.resource.ResourceInitializationException;
import org.apache.uima.resource.metadata.TypeDescription;
import org.apache.uima.resource.metadata.TypeSystemDescription;
import org.apache.uima.util.XMLizable;
import org.xml.sax.SAXException;

/** The files of the project's folder {@code descriptors}, made from the code. */
final class Descriptors {
  /** With this system property set to true, a test writes the files instead of comparing them. */
  static final String WRITE = "ner.writeDescriptors";

  static final String TYPE_SYSTEM = "NerTypeSystem.xml";
  static final String ENGINE = "NerAnnotator.xml";
  static final String AGGREGATE = "OpenNlpAndNer.xml";
  static final String CPE = "NerCpe.xml";

  private Descriptors() {}

  static Path folder() {
    return Path.of(System.getProperty("ner.root", "..")).resolve("descriptors");
  }

  /** Returns file names and contents. */
  static Map<String, String> make() throws UIMAException, IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(TYPE_SYSTEM, xml(typeSystem()));
    files.put(ENGINE, xml(engine()));
    files.put(AGGREGATE, xml(PipelineDescriptors.aggregate(engine())));
    files.put(CPE, xml(CpeDescriptor.make()));
    return files;
  }

  static void write() throws UIMAException, IOException {
    for (Map.Entry<String, String> file : make().entrySet()) {
      Files.writeString(folder().resolve(file.getKey()), file.getValue(), StandardCharsets.UTF_8);
    }
  }

  private static AnalysisEngineDescription engine() throws ResourceInitializationException {
    return AnalysisEngineFactory.createEngineDescription(
        NerAnnotator.class, PipelineDescriptors.types());
  }

  static TypeSystemDescription typeSystem() {
    TypeSystemDescription types =
        UIMAFramework.getResourceSpecifierFactory().createTypeSystemDescription();
    types.setName("Albert NER: types");
    types.setDescription("What NerAnnotator reads and writes unless told otherwise.");
    types.addType(NerTypes.SENTENCE, "A sentence.", CAS.TYPE_NAME_ANNOTATION);
    types.addType(NerTypes.TOKEN, "A token of a sentence.", CAS.TYPE_NAME_ANNOTATION);
    TypeDescription entity =
        types.addType(NerTypes.NAMED_ENTITY, "A named entity.", CAS.TYPE_NAME_ANNOTATION);
    entity.addFeature(
        NerTypes.LABEL, "Entity type that the model gives, such as PER.", CAS.TYPE_NAME_STRING);
    entity.addFeature(
        NerTypes.SCORE,
        "Mean probability of the labels of its tokens, in (0, 1].",
        CAS.TYPE_NAME_DOUBLE);
    return types;
  }

  private static String xml(XMLizable description) throws IOException {
    StringWriter writer = new StringWriter();
    try {
      description.toXML(writer);
    } catch (SAXException e) {
      throw new IOException(e);
    }
    return indented(writer.toString());
  }

  /** UIMA's own layout has many blank lines, and not the same ones on every JDK. */
  private static String indented(String xml) {
    StringBuilder text = new StringBuilder();
    int depth = 0;
    for (String line : xml.lines().map(String::strip).filter(line -> !line.isEmpty()).toList()) {
      boolean closes = line.startsWith("</");
      depth -= closes ? 1 : 0;
      text.append("  ".repeat(depth)).append(line).append('\n');
      boolean complete = line.startsWith("<?") || line.endsWith("/>") || line.contains("</");
      depth += complete ? 0 : 1;
    }
    return text.toString();
  }
}
