import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.management.ObjectName;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.Type;
import org.apache.uima.cas.text.AnnotationFS;

/** Documents of sentences, one a line, with a blank between tokens; how they go into a CAS, and out. */
public class Documents {
  private static final String TYPES = "io.github.albertner.uima.type.";
  private static final int LENGTH = 5;

  /** Weights that are loaded, once for all engines. */
  public static final String NETWORK = "io.github.albertner.network.TaggerNetwork";


  /** Returns the texts of a file's lines, five to a text. */
  public static List<String> read(String file) throws Exception {
    List<String> lines = Files.readAllLines(new File(file).toPath(), StandardCharsets.UTF_8);
    List<String> texts = new ArrayList<>();
    for (int begin = 0; begin < lines.size(); begin += LENGTH) {
      int end = Math.min(begin + LENGTH, lines.size());
      texts.add(String.join("\n", lines.subList(begin, end)));
    }
    return texts;
  }

  public static void fill(CAS cas, String text) {
    cas.setDocumentText(text);
    int begin = 0;
    for (String line : text.split("\n")) {
      add(cas, "Sentence", begin, begin + line.length());
      for (String token : line.split(" ")) {
        add(cas, "Token", begin, begin + token.length());
        begin += token.length() + 1;
      }
    }
  }

  private static void add(CAS cas, String type, int begin, int end) {
    Type found = cas.getTypeSystem().getType(TYPES + type);
    cas.addFsToIndexes(cas.createAnnotation(found, begin, end));
  }

  /** Returns a line for each name. */
  public static List<String> names(CAS cas, int document) {
    List<String> names = new ArrayList<>();
    Type name = cas.getTypeSystem().getType(TYPES + "NamedEntity");
    for (AnnotationFS found : cas.getAnnotationIndex(name)) {
      names.add(
          "name "
              + document
              + " "
              + found.getBegin()
              + " "
              + found.getEnd()
              + " "
              + found.getStringValue(name.getFeatureByBaseName("label"))
              + " "
              + found.getDoubleValue(name.getFeatureByBaseName("score")));
    }
    return names;
  }

  /** Returns how many objects of the classes of a name the JVM holds. */
  public static int count(String className) throws Exception {
    String histogram =
        (String)
            ManagementFactory.getPlatformMBeanServer()
                .invoke(
                    new ObjectName("com.sun.management:type=DiagnosticCommand"),
                    "gcClassHistogram",
                    new Object[] {new String[0]},
                    new String[] {String[].class.getName()});
    int count = 0;
    for (String line : histogram.split("\n")) {
      String[] words = line.trim().split("\\s+");
      if (Arrays.asList(words).contains(className)) {
        count += Integer.parseInt(words[1]); // a line for each class loader
      }
    }
    return count;
  }

  /** Prints how many engines and networks live now. */
  public static void printCounts() throws Exception {
    System.out.println(
        "count "
            + count("io.github.albertner.uima.NerAnnotator")
            + " "
            + count(NETWORK));
  }
}
