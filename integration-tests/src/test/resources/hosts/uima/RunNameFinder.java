import java.io.File;
import java.nio.file.Files;
import java.util.List;
import org.apache.uima.UIMAFramework;
import org.apache.uima.analysis_engine.AnalysisEngine;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.Type;
import org.apache.uima.cas.text.AnnotationFS;
import org.apache.uima.util.XMLInputSource;

/** Runs a descriptor on sentences, one a line, with a blank between tokens. */
public class RunNameFinder {
  public static void main(String[] args) throws Exception {
    List<String> lines = Files.readAllLines(new File(args[0]).toPath());
    AnalysisEngine engine =
        UIMAFramework.produceAnalysisEngine(
            UIMAFramework.getXMLParser()
                .parseAnalysisEngineDescription(
                    new XMLInputSource(RunNameFinder.class.getResource("/NameFinder.xml"))));
    CAS cas = engine.newCAS();
    for (int document = 0; document < 2; document++) {
      System.out.println("run document" + document);
      cas.reset();
      fill(cas, lines);
      engine.process(cas);
      print(cas);
    }
    engine.destroy();
  }

  private static void fill(CAS cas, List<String> lines) {
    cas.setDocumentText(String.join("\n", lines));
    int begin = 0;
    for (String line : lines) {
      add(cas, "text.Sentence", begin, begin + line.length());
      for (String token : line.split(" ")) {
        add(cas, "text.Token", begin, begin + token.length());
        begin += token.length() + 1;
      }
    }
  }

  private static void add(CAS cas, String type, int begin, int end) {
    Type found = cas.getTypeSystem().getType(type);
    cas.addFsToIndexes(cas.createAnnotation(found, begin, end));
  }

  private static void print(CAS cas) {
    Type name = cas.getTypeSystem().getType("text.Name");
    for (AnnotationFS found : cas.getAnnotationIndex(name)) {
      System.out.println(
          "name 0 "
              + found.getBegin()
              + " "
              + found.getEnd()
              + " "
              + found.getType().getShortName()
              + " "
              + found.getDoubleValue(name.getFeatureByBaseName("probability")));
    }
  }
}
