package io.github.albertner.uima;

import io.github.albertner.dependency.DependencyException;
import java.io.IOException;
import org.apache.uima.UimaContext;
import org.apache.uima.analysis_engine.AnalysisEngineProcessException;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.TypeSystem;
import org.apache.uima.fit.descriptor.OperationalProperties;
import org.apache.uima.fit.descriptor.ResourceMetaData;
import org.apache.uima.fit.descriptor.TypeCapability;
import org.apache.uima.resource.ResourceAccessException;
import org.apache.uima.resource.ResourceConfigurationException;
import org.apache.uima.resource.ResourceInitializationException;
import org.apache.uima.util.Level;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the named entities of a document as annotations.
 *
 * <p>All sentences of a document are tagged together. Engines of one process, however many and on
 * whatever threads, share one network for each model; {@link #destroy} gives up the engine's share.
 */
@ResourceMetaData(
    name = "Albert NER: named entities",
    description =
        "Finds named entities with a fine-tuned ALBERT. Reads sentences and tokens of configurable"
            + " types, or splits the text itself where there are none; writes annotations of"
            + " configurable types with label and score.",
    vendor = "Albert NER")
@OperationalProperties(multipleDeploymentAllowed = true, modifiesCas = true)
@TypeCapability(
    inputs = {NerTypes.SENTENCE, NerTypes.TOKEN},
    outputs = NerTypes.NAMED_ENTITY)
public final class NerAnnotator extends NerParameters {
  private static final Logger LOG = LoggerFactory.getLogger(NerAnnotator.class);

  private DocumentTagger tagger;
  private TypeSystem typeSystem;
  private long documents;

  /** For UIMA. */
  public NerAnnotator() {}

  /**
   * Reads the parameters and loads the model.
   *
   * @throws ResourceInitializationException if a parameter is unknown or illegal, or the model
   *     cannot be loaded; the cause's message says why
   */
  @Override
  public void initialize(UimaContext context) throws ResourceInitializationException {
    super.initialize(context);
    DocumentTagger before = tagger;
    try {
      tagger = DocumentTagger.of(context);
    } catch (IOException
        | ResourceAccessException
        | IllegalArgumentException
        | DependencyException e) {
      // Some hosts, cTAKES 4 among them, show only that an engine failed, and not why.
      context.getLogger().log(Level.SEVERE, e.getMessage());
      throw new ResourceInitializationException(e);
    }
    typeSystem = null;
    if (before != null) {
      before.close();
    }
  }

  /**
   * Reads the parameters again, and loads the model if it is another one.
   *
   * @throws ResourceConfigurationException as {@link #initialize}, and if the type system of the
   *     last document lacks a type or feature; the engine then works as before
   */
  @Override
  public void reconfigure() throws ResourceConfigurationException {
    DocumentTagger changed;
    try {
      changed = DocumentTagger.of(getContext());
    } catch (IOException
        | ResourceAccessException
        | IllegalArgumentException
        | DependencyException e) {
      throw new ResourceConfigurationException(e);
    }
    try {
      if (typeSystem != null) {
        changed.prepare(typeSystem);
      }
    } catch (IllegalArgumentException e) {
      changed.close();
      throw new ResourceConfigurationException(e);
    }
    destroy();
    tagger = changed;
  }

  /**
   * Looks up the configured types and features.
   *
   * @throws AnalysisEngineProcessException if one is missing or unfit; the cause's message names it
   */
  @Override
  public void typeSystemInit(TypeSystem types) throws AnalysisEngineProcessException {
    try {
      tagger.prepare(types);
      typeSystem = types;
    } catch (IllegalArgumentException e) {
      throw new AnalysisEngineProcessException(e);
    }
  }

  /**
   * Tags a document; one without text is left as it is.
   *
   * @throws AnalysisEngineProcessException if it cannot be tagged and is not to be skipped; the
   *     message has its id
   */
  @Override
  public void process(CAS cas) throws AnalysisEngineProcessException {
    documents++;
    if (cas.getTypeSystem() != typeSystem) {
      typeSystemInit(cas.getTypeSystem());
    }
    try {
      tagger.tag(cas);
    } catch (RuntimeException e) {
      String message =
          "document %s (number %s of this engine): %s"
              .formatted(DocumentId.of(cas).orElse("without id"), documents, e.getMessage());
      if (!tagger.skipsFailed()) {
        throw new DocumentException(message, e);
      }
      LOG.warn("Skipped {}", message, e);
    }
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
