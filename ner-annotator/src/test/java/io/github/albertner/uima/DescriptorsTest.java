package io.github.albertner.uima;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.uima.UIMAException;
import org.apache.uima.UIMAFramework;
import org.apache.uima.analysis_engine.AnalysisEngineDescription;
import org.apache.uima.fit.factory.TypeSystemDescriptionFactory;
import org.apache.uima.resource.metadata.TypeSystemDescription;
import org.apache.uima.util.XMLInputSource;
import org.junit.jupiter.api.Test;

class DescriptorsTest {
  private static final String PACKAGE = "io/github/albertner/uima/";

  @Test
  void theFilesAreWhatTheCodeMakes() throws UIMAException, IOException {
    if (Boolean.getBoolean(Descriptors.WRITE)) {
      Descriptors.write();
    }
    for (Map.Entry<String, String> file : Descriptors.make().entrySet()) {
      Path path = Descriptors.folder().resolve(file.getKey());
      assertEquals(
          file.getValue(),
          Files.readString(path, StandardCharsets.UTF_8),
          path
              + " differs from the code; write it again with: mvn -pl ner-annotator test"
              + " -Dtest=DescriptorsTest -D"
              + Descriptors.WRITE
              + "=true");
    }
  }

  @Test
  void thereIsNoDescriptorThatTheCodeDoesNotMake() throws UIMAException, IOException {
    try (Stream<Path> files = Files.list(Descriptors.folder())) {
      assertEquals(
          new TreeSet<>(Descriptors.make().keySet()),
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".xml"))
              .collect(Collectors.toCollection(TreeSet::new)));
    }
  }

  @Test
  void theJarHasThemWhereImportsByNameLook() throws UIMAException, IOException {
    for (String name : Descriptors.make().keySet()) {
      assertNotNull(getClass().getClassLoader().getResource(PACKAGE + name), name);
    }
    AnalysisEngineDescription engine =
        UIMAFramework.getXMLParser()
            .parseAnalysisEngineDescription(
                new XMLInputSource(
                    getClass().getClassLoader().getResource(PACKAGE + Descriptors.ENGINE)));
    engine.resolveImports(UIMAFramework.newDefaultResourceManager());
    assertEquals(
        3, engine.getAnalysisEngineMetaData().getTypeSystem().getTypes().length, "types imported");
  }

  @Test
  void uimaFitFindsTheTypesByItself() throws UIMAException {
    TypeSystemDescription found = TypeSystemDescriptionFactory.createTypeSystemDescription();
    for (String name : List.of(NerTypes.SENTENCE, NerTypes.TOKEN, NerTypes.NAMED_ENTITY)) {
      assertNotNull(found.getType(name), name);
    }
  }
}
