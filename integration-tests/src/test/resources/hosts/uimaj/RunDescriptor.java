import java.util.List;
import org.apache.uima.UIMAFramework;
import org.apache.uima.analysis_engine.AnalysisEngine;
import org.apache.uima.analysis_engine.AnalysisEngineDescription;
import org.apache.uima.cas.CAS;
import org.apache.uima.resource.metadata.Import;
import org.apache.uima.util.XMLInputSource;

/** Runs the engine's descriptor, read from the class path, imported by name, and by location. */
public class RunDescriptor {
  private static final String NAME = "io.github.albertner.uima.NerAnnotator";

  public static void main(String[] args) throws Exception {
    List<String> texts = Documents.read(args[0]);
    AnalysisEngineDescription read =
        UIMAFramework.getXMLParser()
            .parseAnalysisEngineDescription(
                new XMLInputSource(
                    RunDescriptor.class.getResource("/" + NAME.replace('.', '/') + ".xml")));
    read.getAnalysisEngineMetaData()
        .getConfigurationParameterSettings()
        .setParameterValue("modelLocation", args[1]);
    run("read", read, texts);
    Import byName = UIMAFramework.getResourceSpecifierFactory().createImport();
    byName.setName(NAME);
    run("name", aggregate(byName, args[1]), texts);
    Import byLocation = UIMAFramework.getResourceSpecifierFactory().createImport();
    byLocation.setLocation(args[2]);
    run("location", aggregate(byLocation, args[1]), texts);
  }

  private static AnalysisEngineDescription aggregate(Import engine, String model) throws Exception {
    AnalysisEngineDescription aggregate =
        UIMAFramework.getXMLParser()
            .parseAnalysisEngineDescription(
                new XMLInputSource(RunDescriptor.class.getResource("/Aggregate.xml")));
    aggregate.getDelegateAnalysisEngineSpecifiersWithImports().put("ner", engine);
    aggregate
        .getAnalysisEngineMetaData()
        .getConfigurationParameterSettings()
        .setParameterValue("model", model);
    return aggregate;
  }

  private static void run(String title, AnalysisEngineDescription description, List<String> texts)
      throws Exception {
    System.out.println("run " + title);
    AnalysisEngine engine = UIMAFramework.produceAnalysisEngine(description);
    CAS cas = engine.newCAS();
    for (int document = 0; document < texts.size(); document++) {
      cas.reset();
      Documents.fill(cas, texts.get(document));
      engine.process(cas);
      Documents.names(cas, document).forEach(System.out::println);
    }
    engine.collectionProcessComplete();
    engine.destroy();
  }
}
