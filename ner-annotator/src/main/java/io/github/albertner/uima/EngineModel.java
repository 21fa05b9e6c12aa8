package io.github.albertner.uima;

import io.github.albertner.NerTagger;
import io.github.albertner.modelpackage.ModelLocation;
import io.github.albertner.modelpackage.ModelPackage;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.uima.UimaContext;
import org.apache.uima.resource.ResourceAccessException;

/**
 * The tagger of an engine.
 *
 * @param tagger to use
 * @param shared whether it belongs to a bound resource, so that it stays open
 */
record EngineModel(NerTagger tagger, boolean shared) implements AutoCloseable {

  /**
   * Takes the tagger of the bound resource, else loads the model that the parameters name.
   *
   * @throws IllegalArgumentException if a parameter is illegal, or says what the resource decides
   * @throws IOException if there is no sound model
   * @throws ResourceAccessException if there is no sound resource
   */
  static EngineModel of(UimaContext context, Parameters parameters)
      throws IOException, ResourceAccessException {
    Object resource = context.getResourceObject(NerParameters.RESOURCE_MODEL);
    if (resource == null) {
      return new EngineModel(
          NerTagger.of(
              read(parameters.text(NerParameters.PARAM_MODEL_LOCATION)),
              ModelOptions.of(parameters)),
          false);
    }
    if (!(resource instanceof NerModelResource model)) {
      throw new IllegalArgumentException(
          "external resource %s: expected a %s, found a %s"
              .formatted(
                  NerParameters.RESOURCE_MODEL,
                  NerModelResource.class.getName(),
                  resource.getClass().getName()));
    }
    for (String parameter :
        List.of(
            NerParameters.PARAM_MODEL_LOCATION,
            NerParameters.PARAM_DEVICE,
            NerParameters.PARAM_PRECISION,
            NerParameters.PARAM_RECASE)) {
      if (parameters.text(parameter).isPresent()) {
        throw new IllegalArgumentException(
            "parameter %s: expected none beside the external resource %s, which decides it"
                .formatted(parameter, NerParameters.RESOURCE_MODEL));
      }
    }
    return new EngineModel(model.tagger(), true);
  }

  /** Reads the package of a location, or the one inside the jar. */
  static ModelPackage read(Optional<String> location) throws IOException {
    try {
      return ModelLocation.read(location.orElse(ModelLocation.BUNDLED));
    } catch (FileNotFoundException e) {
      throw new IOException(
          "parameter " + NerParameters.PARAM_MODEL_LOCATION + ": " + e.getMessage(), e);
    }
  }

  /** Gives up the engine's share of the network. */
  @Override
  public void close() {
    if (!shared) {
      tagger.close();
    }
  }
}
