package io.github.albertner.uima;

import org.apache.uima.UIMAFramework;
import org.apache.uima.collection.impl.metadata.cpe.CpeDescriptorFactory;
import org.apache.uima.collection.metadata.CasProcessorConfigurationParameterSettings;
import org.apache.uima.collection.metadata.CpeCollectionReader;
import org.apache.uima.collection.metadata.CpeComponentDescriptor;
import org.apache.uima.collection.metadata.CpeDescription;
import org.apache.uima.collection.metadata.CpeDescriptorException;
import org.apache.uima.collection.metadata.CpeIntegratedCasProcessor;
import org.apache.uima.resource.ResourceConfigurationException;
import org.apache.uima.resource.metadata.Import;

/** The collection processing engine: a folder of text files in, a folder of XMI files out. */
final class CpeDescriptor {
  /** Of uimaj-tools, where UIMA keeps its ready components. */
  private static final String COMPONENTS = "org.apache.uima.tools.components.";

  private static final int THREADS = 2;

  private CpeDescriptor() {}

  static CpeDescription make() throws ResourceConfigurationException {
    try {
      return build();
    } catch (CpeDescriptorException e) {
      throw new ResourceConfigurationException(e);
    }
  }

  private static CpeDescription build() throws CpeDescriptorException {
    CpeDescription description = CpeDescriptorFactory.produceDescriptor();
    CpeCollectionReader reader = CpeDescriptorFactory.produceCollectionReader();
    CpeComponentDescriptor readerDescriptor = CpeDescriptorFactory.produceComponentDescriptor("");
    readerDescriptor.setInclude(null);
    readerDescriptor.setImport(name(COMPONENTS + "FileSystemCollectionReader"));
    reader.setDescriptor(readerDescriptor);
    CasProcessorConfigurationParameterSettings folder =
        CpeDescriptorFactory.produceCasProcessorConfigurationParameterSettings();
    folder.setParameterValue("InputDirectory", "input");
    folder.setParameterValue("Encoding", "UTF-8");
    reader.setConfigurationParameterSettings(folder);
    description.addCollectionReader(reader);
    description.addCasProcessor(
        processor("entities", "io.github.albertner.uima.OpenNlpAndNer", null));
    CasProcessorConfigurationParameterSettings output =
        CpeDescriptorFactory.produceCasProcessorConfigurationParameterSettings();
    output.setParameterValue("OutputDirectory", "output");
    description.addCasProcessor(processor("writer", COMPONENTS + "XmiWriterCasConsumer", output));
    description.setProcessingUnitThreadCount(THREADS);
    description.getCpeCasProcessors().setPoolSize(2 * THREADS);
    description.setNumToProcess(-1);
    description.setDeployment("immediate");
    return description;
  }

  private static CpeIntegratedCasProcessor processor(
      String name, String descriptor, CasProcessorConfigurationParameterSettings settings)
      throws CpeDescriptorException {
    CpeIntegratedCasProcessor processor = CpeDescriptorFactory.produceCasProcessor(name);
    CpeComponentDescriptor component = CpeDescriptorFactory.produceComponentDescriptor("");
    component.setInclude(null);
    component.setImport(name(descriptor));
    processor.setCpeComponentDescriptor(component);
    if (settings != null) {
      processor.setConfigurationParameterSettings(settings);
    }
    processor.setBatchSize(100);
    processor.setMaxErrorCount(0);
    processor.setActionOnMaxError("terminate");
    return processor;
  }

  private static Import name(String name) {
    Import byName = UIMAFramework.getResourceSpecifierFactory().createImport();
    byName.setName(name);
    return byName;
  }
}
