import java.util.concurrent.CountDownLatch;
import org.apache.uima.UIMAFramework;
import org.apache.uima.cas.CAS;
import org.apache.uima.collection.CollectionProcessingEngine;
import org.apache.uima.collection.EntityProcessStatus;
import org.apache.uima.collection.StatusCallbackListener;
import org.apache.uima.collection.impl.metadata.cpe.CpeDescriptorFactory;
import org.apache.uima.collection.metadata.CasProcessorConfigurationParameterSettings;
import org.apache.uima.collection.metadata.CpeCasProcessor;
import org.apache.uima.collection.metadata.CpeDescription;
import org.apache.uima.util.XMLInputSource;

/** Runs a CPE descriptor with other folders, another model and another number of threads. */
public class RunCpe implements StatusCallbackListener {
  private final CountDownLatch end = new CountDownLatch(1);
  private int documents;
  private Throwable failure;

  public static void main(String[] args) throws Exception {
    for (int i = 4; i < args.length; i++) {
      run(args[0], args[1], args[2], args[3] + "/" + args[i], Integer.parseInt(args[i]));
    }
    System.exit(0);
  }

  private static void run(String file, String model, String input, String output, int threads)
      throws Exception {
    CpeDescription description =
        UIMAFramework.getXMLParser().parseCpeDescription(new XMLInputSource(file));
    description
        .getAllCollectionCollectionReaders()[0]
        .getConfigurationParameterSettings()
        .setParameterValue("InputDirectory", input);
    CpeCasProcessor[] processors = description.getCpeCasProcessors().getAllCpeCasProcessors();
    if (!model.equals("default")) {
      CasProcessorConfigurationParameterSettings settings =
          CpeDescriptorFactory.produceCasProcessorConfigurationParameterSettings();
      settings.setParameterValue("modelLocation", model);
      processors[0].setConfigurationParameterSettings(settings);
    }
    processors[1].getConfigurationParameterSettings().setParameterValue("OutputDirectory", output);
    description.setProcessingUnitThreadCount(threads);
    description.getCpeCasProcessors().setPoolSize(2 * threads);
    CollectionProcessingEngine engine =
        UIMAFramework.produceCollectionProcessingEngine(description);
    RunCpe listener = new RunCpe();
    engine.addStatusCallbackListener(listener);
    engine.process();
    listener.end.await();
    if (listener.failure != null) {
      throw new IllegalStateException(listener.failure);
    }
    // The end is reported before engines are destroyed.
    for (int i = 0; i < 100 && Documents.count(Documents.NETWORK) > 0; i++) {
      Thread.sleep(100);
    }
    System.out.println("left " + Documents.count(Documents.NETWORK));
  }

  @Override
  public synchronized void entityProcessComplete(CAS cas, EntityProcessStatus status) {
    try {
      if (status != null && status.isException()) {
        failure = (Throwable) status.getExceptions().get(0);
      }
      if (documents == 0) {
        Documents.printCounts();
      }
    } catch (Exception e) {
      failure = e;
    }
    documents++;
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
