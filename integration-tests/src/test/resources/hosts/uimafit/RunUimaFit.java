import static org.apache.uima.fit.factory.AnalysisEngineFactory.createEngineDescription;
import static org.apache.uima.fit.factory.CollectionReaderFactory.createReaderDescription;

import io.github.albertner.uima.NerAnnotator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.apache.uima.analysis_engine.AnalysisEngine;
import org.apache.uima.analysis_engine.AnalysisEngineDescription;
import org.apache.uima.cas.CAS;
import org.apache.uima.collection.CollectionProcessingEngine;
import org.apache.uima.collection.CollectionReaderDescription;
import org.apache.uima.collection.EntityProcessStatus;
import org.apache.uima.collection.StatusCallbackListener;
import org.apache.uima.fit.component.CasCollectionReader_ImplBase;
import org.apache.uima.fit.component.CasConsumer_ImplBase;
import org.apache.uima.fit.cpe.CpeBuilder;
import org.apache.uima.fit.cpe.CpePipeline;
import org.apache.uima.fit.factory.AggregateBuilder;
import org.apache.uima.fit.factory.AnalysisEngineFactory;
import org.apache.uima.fit.factory.JCasFactory;
import org.apache.uima.fit.pipeline.SimplePipeline;
import org.apache.uima.jcas.JCas;
import org.apache.uima.util.Progress;

/** Runs the engine with uimaFIT, which is not told of any descriptor. */
public class RunUimaFit {
  private static List<String> texts;
  private static final Map<Integer, List<String>> FOUND = new TreeMap<>();

  public static void main(String[] args) throws Exception {
    texts = Documents.read(args[0]);
    AnalysisEngineDescription ner =
        createEngineDescription(
            NerAnnotator.class, NerAnnotator.PARAM_MODEL_LOCATION, args[1]);
    runSimplePipeline("SimplePipeline", ner);
    runSimplePipeline(
        "SharedResource",
        createEngineDescription(
            NerAnnotator.class, NerAnnotator.RESOURCE_MODEL, SharedModel.of(args[1])));
    CollectionReaderDescription reader = createReaderDescription(Reader.class);
    AnalysisEngineDescription keeper = createEngineDescription(Keeper.class);
    CpePipeline.runPipeline(reader, ner, keeper);
    print("CpePipeline");
    AggregateBuilder pipeline = new AggregateBuilder();
    pipeline.add(ner);
    pipeline.add(keeper);
    for (int threads : new int[] {1, 2, 4}) {
      CpeBuilder builder = new CpeBuilder();
      builder.setReader(reader);
      builder.setAnalysisEngine(pipeline.createAggregateDescription());
      builder.setMaxProcessingUnitThreadCount(threads);
      Listener listener = new Listener();
      CollectionProcessingEngine cpe = builder.createCpe(listener);
      cpe.process();
      listener.end.await();
      if (listener.failure != null) {
        throw new IllegalStateException(listener.failure);
      }
      print("CpeBuilder" + threads);
    }
    System.exit(0);
  }

  private static void runSimplePipeline(String title, AnalysisEngineDescription ner)
      throws Exception {
    AnalysisEngine engine = AnalysisEngineFactory.createEngine(ner);
    JCas jcas = JCasFactory.createJCas();
    System.out.println("run " + title);
    for (int document = 0; document < texts.size(); document++) {
      jcas.reset();
      Documents.fill(jcas.getCas(), texts.get(document));
      SimplePipeline.runPipeline(jcas, engine);
      Documents.names(jcas.getCas(), document).forEach(System.out::println);
    }
    engine.destroy();
  }

  private static void print(String title) {
    System.out.println("run " + title);
    FOUND.values().forEach(names -> names.forEach(System.out::println));
    FOUND.clear();
  }

  public static class Reader extends CasCollectionReader_ImplBase {
    private int next;

    @Override
    public void getNext(CAS cas) {
      Documents.fill(cas, texts.get(next++));
    }

    @Override
    public boolean hasNext() {
      return next < texts.size();
    }

    @Override
    public Progress[] getProgress() {
      return new Progress[0];
    }
  }

  /** Keeps what was found until all documents are done; they come in any order. */
  public static class Keeper extends CasConsumer_ImplBase {
    @Override
    public void process(CAS cas) {
      int document = texts.indexOf(cas.getDocumentText());
      synchronized (FOUND) {
        FOUND.put(document, Documents.names(cas, document));
      }
    }
  }

  private static class Listener implements StatusCallbackListener {
    private final CountDownLatch end = new CountDownLatch(1);
    private Throwable failure;
    private boolean counted;

    @Override
    public synchronized void entityProcessComplete(CAS cas, EntityProcessStatus status) {
      try {
        if (status.isException()) {
          failure = (Throwable) status.getExceptions().get(0);
        }
        if (!counted) {
          counted = true;
          Documents.printCounts();
        }
      } catch (Exception e) {
        failure = e;
      }
    }

    @Override
    public void collectionProcessComplete() {
      end.countDown();
    }

    @Override
    public void aborted() {
      end.countDown();
    }

    @Override
    public void initializationComplete() {}

    @Override
    public void batchProcessComplete() {}

    @Override
    public void paused() {}

    @Override
    public void resumed() {}
  }
}
