import java.io.File;
import java.nio.file.Files;
import java.util.List;
import opennlp.tools.util.Span;
import org.apache.lucene.analysis.opennlp.tools.NLPNERTaggerOp;
import org.apache.lucene.analysis.opennlp.tools.OpenNLPOpsFactory;
import org.apache.lucene.util.ClasspathResourceLoader;

/** Names in sentences, one a line, with a blank between tokens, as Solr's update processor asks. */
public class TagTokens {
  public static void main(String[] args) throws Exception {
    List<String> lines = Files.readAllLines(new File(args[0]).toPath());
    OpenNLPOpsFactory.getNERTaggerModel(
        "en-ner.bin", new ClasspathResourceLoader(TagTokens.class.getClassLoader()));
    for (int document = 0; document < 2; document++) {
      System.out.println("run document" + document);
      NLPNERTaggerOp tagger = OpenNLPOpsFactory.getNERTagger("en-ner.bin");
      for (int sentence = 0; sentence < lines.size(); sentence++) {
        for (Span name : tagger.getNames(lines.get(sentence).split(" "))) {
          System.out.println(
              "name "
                  + sentence
                  + " "
                  + name.getStart()
                  + " "
                  + name.getEnd()
                  + " "
                  + name.getType()
                  + " "
                  + name.getProb());
        }
      }
      tagger.reset();
    }
  }
}
