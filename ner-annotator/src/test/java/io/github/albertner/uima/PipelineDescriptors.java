package io.github.albertner.uima;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.uima.Constants;
import org.apache.uima.ResourceSpecifierFactory;
import org.apache.uima.UIMAFramework;
import org.apache.uima.analysis_engine.AnalysisEngineDescription;
import org.apache.uima.analysis_engine.metadata.AnalysisEngineMetaData;
import org.apache.uima.analysis_engine.metadata.FixedFlow;
import org.apache.uima.resource.ExternalResourceDependency;
import org.apache.uima.resource.ExternalResourceDescription;
import org.apache.uima.resource.FileResourceSpecifier;
import org.apache.uima.resource.metadata.Capability;
import org.apache.uima.resource.metadata.ConfigurationParameter;
import org.apache.uima.resource.metadata.ExternalResourceBinding;
import org.apache.uima.resource.metadata.Import;
import org.apache.uima.resource.metadata.MetaDataObject;
import org.apache.uima.resource.metadata.OperationalProperties;
import org.apache.uima.resource.metadata.ResourceManagerConfiguration;
import org.apache.uima.resource.metadata.TypeSystemDescription;

/** The aggregate of OpenNLP's sentence detector and tokenizer and our engine. */
final class PipelineDescriptors {
  private static final ResourceSpecifierFactory FACTORY =
      UIMAFramework.getResourceSpecifierFactory();

  private static final String SENTENCES = "sentences";
  private static final String TOKENS = "tokens";
  private static final String ENTITIES = "entities";

  private static final String MODEL = "opennlp.uima.ModelName";
  private static final String SENTENCE_TYPE = "opennlp.uima.SentenceType";
  private static final String TOKEN_TYPE = "opennlp.uima.TokenType";

  private PipelineDescriptors() {}

  /**
   * Describes the aggregate. Types are set in it; every other parameter of our engine is one of the
   * aggregate's.
   */
  static AnalysisEngineDescription aggregate(AnalysisEngineDescription engine) {
    AnalysisEngineDescription aggregate = FACTORY.createAnalysisEngineDescription();
    aggregate.setFrameworkImplementation(Constants.JAVA_FRAMEWORK_NAME);
    aggregate.setPrimitive(false);
    Map<String, MetaDataObject> delegates =
        aggregate.getDelegateAnalysisEngineSpecifiersWithImports();
    delegates.put(SENTENCES, sentenceDetector());
    delegates.put(TOKENS, tokenizer());
    delegates.put(ENTITIES, location(Descriptors.ENGINE));
    AnalysisEngineMetaData meta = aggregate.getAnalysisEngineMetaData();
    meta.setName("OpenNLP's sentence detector and tokenizer, Albert NER");
    meta.setDescription(
        "Splits English text with the models of the artifacts opennlp-models-sentdetect-en and"
            + " opennlp-models-tokenizer-en 1.0.0, which OpenNLP reads since 1.9.3, and finds named"
            + " entities. Needs them, opennlp-uima and opennlp-tools on the class path.");
    meta.setVendor(engine.getAnalysisEngineMetaData().getVendor());
    FixedFlow flow = FACTORY.createFixedFlow();
    flow.setFixedFlow(new String[] {SENTENCES, TOKENS, ENTITIES});
    meta.setFlowConstraints(flow);
    exposeParameters(engine, meta);
    setCapability(meta, new String[0], NerTypes.SENTENCE, NerTypes.TOKEN, NerTypes.NAMED_ENTITY);
    meta.setOperationalProperties(operations());
    return aggregate;
  }

  private static void exposeParameters(
      AnalysisEngineDescription engine, AnalysisEngineMetaData meta) {
    Set<String> hidden = Set.of(NerAnnotator.PARAM_SENTENCE_TYPE, NerAnnotator.PARAM_TOKEN_TYPE);
    for (ConfigurationParameter own :
        engine
            .getAnalysisEngineMetaData()
            .getConfigurationParameterDeclarations()
            .getConfigurationParameters()) {
      if (!hidden.contains(own.getName())) {
        ConfigurationParameter parameter = (ConfigurationParameter) own.clone();
        parameter.setOverrides(new String[] {ENTITIES + "/" + own.getName()});
        meta.getConfigurationParameterDeclarations().addConfigurationParameter(parameter);
      }
    }
  }

  private static AnalysisEngineDescription sentenceDetector() {
    AnalysisEngineDescription engine =
        openNlp("Sentence detector", "sentdetect.SentenceDetector", List.of(SENTENCE_TYPE));
    setCapability(engine.getAnalysisEngineMetaData(), new String[0], NerTypes.SENTENCE);
    setModel(
        engine, "sentdetect.SentenceModelResource", "opennlp-en-ud-ewt-sentence-1.0-1.9.3.bin");
    return engine;
  }

  private static AnalysisEngineDescription tokenizer() {
    AnalysisEngineDescription engine =
        openNlp("Tokenizer", "tokenize.Tokenizer", List.of(SENTENCE_TYPE, TOKEN_TYPE));
    setCapability(
        engine.getAnalysisEngineMetaData(), new String[] {NerTypes.SENTENCE}, NerTypes.TOKEN);
    setModel(engine, "tokenize.TokenizerModelResource", "opennlp-en-ud-ewt-tokens-1.0-1.9.3.bin");
    return engine;
  }

  private static AnalysisEngineDescription openNlp(
      String name, String implementation, List<String> typeParameters) {
    AnalysisEngineDescription engine = FACTORY.createAnalysisEngineDescription();
    engine.setFrameworkImplementation(Constants.JAVA_FRAMEWORK_NAME);
    engine.setPrimitive(true);
    engine.setAnnotatorImplementationName("opennlp.uima." + implementation);
    AnalysisEngineMetaData meta = engine.getAnalysisEngineMetaData();
    meta.setName("OpenNLP: " + name);
    meta.setTypeSystem(types());
    meta.setOperationalProperties(operations());
    for (String type : typeParameters) {
      ConfigurationParameter parameter = FACTORY.createConfigurationParameter();
      parameter.setName(type);
      parameter.setType(ConfigurationParameter.TYPE_STRING);
      parameter.setMandatory(true);
      meta.getConfigurationParameterDeclarations().addConfigurationParameter(parameter);
      meta.getConfigurationParameterSettings()
          .setParameterValue(type, type.equals(SENTENCE_TYPE) ? NerTypes.SENTENCE : NerTypes.TOKEN);
    }
    return engine;
  }

  private static void setModel(
      AnalysisEngineDescription engine, String resourceInterface, String file) {
    ExternalResourceDependency dependency = FACTORY.createExternalResourceDependency();
    dependency.setKey(MODEL);
    dependency.setInterfaceName("opennlp.uima." + resourceInterface);
    engine.setExternalResourceDependencies(new ExternalResourceDependency[] {dependency});
    FileResourceSpecifier location = FACTORY.createFileResourceSpecifier();
    location.setFileUrl(file);
    ExternalResourceDescription resource = FACTORY.createExternalResourceDescription();
    resource.setName(resourceInterface);
    resource.setResourceSpecifier(location);
    resource.setImplementationName("opennlp.uima." + resourceInterface + "Impl");
    ExternalResourceBinding binding = FACTORY.createExternalResourceBinding();
    binding.setKey(MODEL);
    binding.setResourceName(resourceInterface);
    ResourceManagerConfiguration resources = FACTORY.createResourceManagerConfiguration();
    resources.addExternalResource(resource);
    resources.addExternalResourceBinding(binding);
    engine.setResourceManagerConfiguration(resources);
  }

  private static void setCapability(
      AnalysisEngineMetaData meta, String[] inputs, String... outputs) {
    Capability capability = FACTORY.createCapability();
    Arrays.stream(inputs).forEach(type -> capability.addInputType(type, false));
    Arrays.stream(outputs).forEach(type -> capability.addOutputType(type, false));
    meta.setCapabilities(new Capability[] {capability});
  }

  private static OperationalProperties operations() {
    OperationalProperties operations = FACTORY.createOperationalProperties();
    operations.setModifiesCas(true);
    operations.setMultipleDeploymentAllowed(true);
    return operations;
  }

  static TypeSystemDescription types() {
    TypeSystemDescription types = FACTORY.createTypeSystemDescription();
    types.setImports(new Import[] {location(Descriptors.TYPE_SYSTEM)});
    return types;
  }

  private static Import location(String file) {
    Import location = FACTORY.createImport();
    location.setLocation(file);
    return location;
  }
}
