package io.github.albertner.uima;

import io.github.albertner.NerPipeline;
import io.github.albertner.PipelineOptions;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.apache.uima.UimaContext;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.TypeSystem;
import org.apache.uima.resource.ResourceAccessException;

/** Tags documents as one set of parameters says. Not for several threads at once. */
final class DocumentTagger implements AutoCloseable {
  private final EngineSettings settings;
  private final EngineModel model;
  private final Map<String, OutputNames.TypeName> labels;
  private final SentenceReader reader;
  private final NerPipeline pipeline;

  private TypeSystem typeSystem;
  private InputTypes inputs;
  private Map<String, TargetType> targets;

  private DocumentTagger(
      EngineSettings settings, EngineModel model, Map<String, OutputNames.TypeName> labels)
      throws IOException {
    this.settings = settings;
    this.model = model;
    this.labels = labels;
    pipeline =
        NerPipeline.of(
            model.tagger(),
            PipelineOptions.defaults()
                .withContextPieces(settings.context().pieces(model.tagger())));
    reader =
        new SentenceReader(
            model.tagger().manifest().language(), settings.language(), settings.splitter());
  }

  /**
   * Reads the parameters and loads the model.
   *
   * @throws IllegalArgumentException if a parameter is unknown or illegal; the message names it
   * @throws IOException if there is no sound model
   * @throws ResourceAccessException if there is no sound resource
   */
  static DocumentTagger of(UimaContext context) throws IOException, ResourceAccessException {
    Parameters.refuseMisspelt(
        Arrays.asList(context.getConfigParameterNames()), NerParameters.NAMES);
    Parameters parameters = new Parameters(context::getConfigParameterValue);
    EngineSettings settings = EngineSettings.of(parameters);
    EngineModel model = EngineModel.of(context, parameters);
    try {
      return new DocumentTagger(settings, model, settings.typesOf(model.tagger().types()));
    } catch (IOException | RuntimeException e) {
      model.close();
      throw e;
    }
  }

  /**
   * Looks the types and features up.
   *
   * @throws IllegalArgumentException if one is missing or unfit; the message names it
   */
  void prepare(TypeSystem types) {
    if (types != typeSystem) {
      TypeLookup lookup = new TypeLookup(types);
      inputs = InputTypes.resolve(lookup, settings.input());
      targets = TargetType.resolve(lookup, labels, settings.output());
      typeSystem = types;
    }
  }

  /** Whether documents that cannot be tagged are skipped. */
  boolean skipsFailed() {
    return settings.skipsFailed();
  }

  /**
   * Tags a document of the type system that was prepared; one without text is left as it is. If it
   * fails, the document is as before.
   */
  void tag(CAS cas) {
    CAS view = settings.view().map(cas::getView).orElse(cas);
    String text = view.getDocumentText();
    if (text == null || text.isBlank()) {
      return;
    }
    EntityWriter writer = new EntityWriter();
    pipeline.find(text, reader.sentences(view, inputs)).stream()
        .filter(settings.filter()::keeps)
        .forEach(writer::add);
    writer.write(view, targets, settings.removeExisting());
  }

  @Override
  public void close() {
    model.close();
  }
}
