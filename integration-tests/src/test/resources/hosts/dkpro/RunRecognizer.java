import static org.apache.uima.fit.factory.AnalysisEngineFactory.createEngine;

import de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity;
import de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence;
import de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token;
import java.io.File;
import java.nio.file.Files;
import java.util.List;
import org.apache.uima.analysis_engine.AnalysisEngine;
import org.apache.uima.fit.util.JCasUtil;
import org.apache.uima.jcas.JCas;
import org.dkpro.core.opennlp.OpenNlpNamedEntityRecognizer;

/** Runs DKPro's recogniser on sentences, one a line, with a blank between tokens. */
public class RunRecognizer {
  public static void main(String[] args) throws Exception {
    List<String> lines = Files.readAllLines(new File(args[0]).toPath());
    AnalysisEngine engine =
        createEngine(
            OpenNlpNamedEntityRecognizer.class,
            OpenNlpNamedEntityRecognizer.PARAM_MODEL_LOCATION,
            args[1],
            OpenNlpNamedEntityRecognizer.PARAM_PRINT_TAGSET,
            true);
    JCas cas = engine.newJCas();
    for (int document = 0; document < 2; document++) {
      System.out.println("run document" + document);
      cas.reset();
      fill(cas, lines);
      engine.process(cas);
      for (NamedEntity name : JCasUtil.select(cas, NamedEntity.class)) {
        System.out.println(
            "name 0 " + name.getBegin() + " " + name.getEnd() + " " + name.getValue() + " 1");
      }
    }
    engine.destroy();
  }

  private static void fill(JCas cas, List<String> lines) {
    cas.setDocumentText(String.join("\n", lines));
    cas.setDocumentLanguage("en");
    int begin = 0;
    for (String line : lines) {
      new Sentence(cas, begin, begin + line.length()).addToIndexes();
      for (String token : line.split(" ")) {
        new Token(cas, begin, begin + token.length()).addToIndexes();
        begin += token.length() + 1;
      }
    }
  }
}
