import java.util.ArrayList;
import java.util.List;
import org.apache.uima.UIMAFramework;
import org.apache.uima.analysis_engine.AnalysisEngine;
import org.apache.uima.cas.CAS;
import org.apache.uima.resource.Parameter;
import org.apache.uima.resource.PearSpecifier;
import org.apache.uima.resource.ResourceManager;
import org.apache.uima.util.XMLInputSource;

/**
 * Runs two engines of an installed PEAR at a time, with the same resource manager, or a resource
 * manager and so a class loader for each.
 */
public class RunPear {
  public static void main(String[] args) throws Exception {
    PearSpecifier pear =
        (PearSpecifier)
            UIMAFramework.getXMLParser().parseResourceSpecifier(new XMLInputSource(args[0]));
    List<String> texts = Documents.read(args[1]);
    boolean sameManager = args[2].equals("same");
    if (args.length > 3) {
      Parameter model = UIMAFramework.getResourceSpecifierFactory().createParameter();
      model.setName("modelLocation");
      model.setValue(args[3]);
      pear.setParameters(new Parameter[] {model});
    }
    ResourceManager manager = UIMAFramework.newDefaultResourceManager();
    List<AnalysisEngine> engines = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      System.out.println("run engine" + i);
      if (!sameManager) {
        manager = UIMAFramework.newDefaultResourceManager();
      }
      AnalysisEngine engine = UIMAFramework.produceAnalysisEngine(pear, manager, null);
      engines.add(engine);
      CAS cas = engine.newCAS();
      for (int document = 0; document < texts.size(); document++) {
        cas.reset();
        Documents.fill(cas, texts.get(document));
        engine.process(cas);
        Documents.names(cas, document).forEach(System.out::println);
      }
    }
    Documents.printCounts();
    engines.forEach(AnalysisEngine::destroy);
    Documents.printCounts();
  }
}
