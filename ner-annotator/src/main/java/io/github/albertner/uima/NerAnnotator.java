package io.github.albertner.uima;

import io.github.albertner.NerTagger;
import io.github.albertner.TaggerOptions;
import io.github.albertner.label.EntitySpan;
import java.io.IOException;
import java.util.List;
import org.apache.uima.UimaContext;
import org.apache.uima.analysis_component.CasAnnotator_ImplBase;
import org.apache.uima.analysis_engine.AnalysisEngineProcessException;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.TypeSystem;
import org.apache.uima.fit.descriptor.ConfigurationParameter;
import org.apache.uima.fit.descriptor.OperationalProperties;
import org.apache.uima.fit.descriptor.ResourceMetaData;
import org.apache.uima.fit.descriptor.TypeCapability;
import org.apache.uima.resource.ResourceInitializationException;

/**
 * Writes the named entities of a document as annotations.
 *
 * <p>All sentences of a document are tagged together. Engines of one process, however many and on
 * whatever threads, share one network for each model; {@link #destroy} gives up the engine's share.
 * To work on another view than the initial one, map the sofa, as with any engine that knows one
 * view.
 */
@ResourceMetaData(
    name = "Albert NER: named entities",
    description =
        "Finds named entities with a fine-tuned ALBERT. Reads sentences and tokens of configurable"
            + " types, or splits the text itself where there are none; writes annotations of a"
            + " configurable type with label and score.",
    vendor = "Albert NER")
@OperationalProperties(multipleDeploymentAllowed = true, modifiesCas = true)
@TypeCapability(
    inputs = {NerTypes.SENTENCE, NerTypes.TOKEN},
    outputs = NerTypes.NAMED_ENTITY)
public final class NerAnnotator extends CasAnnotator_ImplBase {
  /** Where the model package is: a path, {@code file:} URL or {@code classpath:} resource. */
  public static final String PARAM_MODEL_LOCATION = "modelLocation";

  /** Name of the type that sentences have; default {@value NerTypes#SENTENCE}. */
  public static final String PARAM_SENTENCE_TYPE = "sentenceType";

  /** Name of the type that tokens have; default {@value NerTypes#TOKEN}. */
  public static final String PARAM_TOKEN_TYPE = "tokenType";

  /** Name of the type that entities get; default {@value NerTypes#NAMED_ENTITY}. */
  public static final String PARAM_ENTITY_TYPE = "entityType";

  /** String feature that takes the label; default {@value NerTypes#LABEL}; empty for none. */
  public static final String PARAM_LABEL_FEATURE = "labelFeature";

  /**
   * Float or Double feature that takes the probability; default {@value NerTypes#SCORE}; empty for
   * none.
   */
  public static final String PARAM_SCORE_FEATURE = "scoreFeature";

  @ConfigurationParameter(
      name = PARAM_MODEL_LOCATION,
      description = "Model package: a path, a file: URL, or a classpath: resource.")
  private String modelLocation;

  @ConfigurationParameter(
      name = PARAM_SENTENCE_TYPE,
      mandatory = false,
      defaultValue = NerTypes.SENTENCE,
      description = "Type of the sentences; where a document has none, its text is split.")
  private String sentenceType;

  @ConfigurationParameter(
      name = PARAM_TOKEN_TYPE,
      mandatory = false,
      defaultValue = NerTypes.TOKEN,
      description = "Type of the tokens; where a document has none, its sentences are split.")
  private String tokenType;

  @ConfigurationParameter(
      name = PARAM_ENTITY_TYPE,
      mandatory = false,
      defaultValue = NerTypes.NAMED_ENTITY,
      description = "Type of the entities written; a subtype of uima.tcas.Annotation.")
  private String entityType;

  @ConfigurationParameter(
      name = PARAM_LABEL_FEATURE,
      mandatory = false,
      defaultValue = NerTypes.LABEL,
      description = "String feature of the entities that takes the label; empty for none.")
  private String labelFeature;

  @ConfigurationParameter(
      name = PARAM_SCORE_FEATURE,
      mandatory = false,
      defaultValue = NerTypes.SCORE,
      description =
          "Float or Double feature of the entities that takes the probability; empty for none.")
  private String scoreFeature;

  private NerTagger tagger;
  private SentenceReader reader;
  private CasTypes types;

  /** For UIMA. */
  public NerAnnotator() {}

  /**
   * Loads the model.
   *
   * @throws ResourceInitializationException if it cannot be loaded; the cause's message says why
   */
  @Override
  public void initialize(UimaContext context) throws ResourceInitializationException {
    super.initialize(context);
    modelLocation = value(context, PARAM_MODEL_LOCATION, "");
    sentenceType = value(context, PARAM_SENTENCE_TYPE, NerTypes.SENTENCE);
    tokenType = value(context, PARAM_TOKEN_TYPE, NerTypes.TOKEN);
    entityType = value(context, PARAM_ENTITY_TYPE, NerTypes.NAMED_ENTITY);
    labelFeature = value(context, PARAM_LABEL_FEATURE, NerTypes.LABEL);
    scoreFeature = value(context, PARAM_SCORE_FEATURE, NerTypes.SCORE);
    try {
      tagger = NerTagger.of(ModelLocation.read(modelLocation), TaggerOptions.defaults());
    } catch (IOException e) {
      throw new ResourceInitializationException(e);
    }
    reader = new SentenceReader(tagger.manifest().language());
  }

  /** Not by uimaFIT's initializer, so that applications without uimaFIT can run the engine. */
  private static String value(UimaContext context, String parameter, String fallback) {
    Object value = context.getConfigParameterValue(parameter);
    return value == null ? fallback : value.toString().trim();
  }

  /**
   * Looks up the configured types and features.
   *
   * @throws AnalysisEngineProcessException if one is missing or unfit; the cause's message names it
   */
  @Override
  public void typeSystemInit(TypeSystem typeSystem) throws AnalysisEngineProcessException {
    try {
      types =
          CasTypes.resolve(
              typeSystem,
              new TypeNames(sentenceType, tokenType, entityType, labelFeature, scoreFeature));
    } catch (IllegalArgumentException e) {
      throw new AnalysisEngineProcessException(e);
    }
  }

  /** Tags a document; one without text is left as it is. */
  @Override
  public void process(CAS cas) {
    String text = cas.getDocumentText();
    if (text == null || text.isBlank()) {
      return;
    }
    List<TokenizedSentence> sentences = reader.sentences(cas, types);
    List<List<EntitySpan>> found =
        tagger.tagAll(sentences.stream().map(TokenizedSentence::words).toList());
    EntityWriter writer = new EntityWriter();
    for (int i = 0; i < sentences.size(); i++) {
      writer.add(sentences.get(i), found.get(i));
    }
    writer.write(cas, types);
  }

  /** Gives up the engine's share of the network; {@link #initialize} may follow. */
  @Override
  public void destroy() {
    if (tagger != null) {
      tagger.close();
      tagger = null;
    }
  }
}
