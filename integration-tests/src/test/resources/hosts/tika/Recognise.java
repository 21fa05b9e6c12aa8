import java.io.File;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.tika.parser.ner.NERecogniser;
import org.apache.tika.parser.ner.opennlp.OpenNLPNERecogniser;

/** Names in texts, one a line, with the models at the places where Tika looks for them. */
public class Recognise {
  public static void main(String[] args) throws Exception {
    NERecogniser recogniser = new OpenNLPNERecogniser();
    System.out.println("types " + new TreeSet<>(recogniser.getEntityTypes()));
    for (String line : Files.readAllLines(new File(args[0]).toPath())) {
      Map<String, Set<String>> names = recogniser.recognise(line);
      System.out.println(new TreeSet<>(names.getOrDefault("PERSON", new TreeSet<>())));
    }
  }
}
