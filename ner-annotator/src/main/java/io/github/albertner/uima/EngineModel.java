package io.github.albertner.uima;

import io.github.albertner.NerTagger;
import io.github.albertner.modelpackage.ModelLocation;
import io.github.albertner.modelpackage.ModelPackage;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.uima.UimaContext;
import org.apache.uima.UimaContextAdmin;
import org.apache.uima.resource.ResourceAccessException;
import org.apache.uima.resource.ResourceManager;

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
              read(
                  parameters.text(NerParameters.PARAM_MODEL_LOCATION),
                  name -> inResources(context, name)),
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

  /**
   * Where the engine's resource manager has a name: in UIMA's data path, or on the class path that
   * the application gave to it.
   */
  private static Optional<URL> inResources(UimaContext context, String name) {
    ResourceManager manager =
        context instanceof UimaContextAdmin admin ? admin.getResourceManager() : null;
    if (manager == null) {
      return Optional.empty();
    }
    ClassLoader loader = manager.getExtensionClassLoader();
    try {
      return Optional.ofNullable(manager.resolveRelativePath(name))
          .or(() -> Optional.ofNullable(loader).map(extension -> extension.getResource(name)));
    } catch (MalformedURLException e) {
      return Optional.empty(); // no name that UIMA can look for
    }
  }

  /**
   * Reads the package of a location, or the one inside the jar.
   *
   * @param host where the host has a name
   */
  static ModelPackage read(Optional<String> location, Function<String, Optional<URL>> host)
      throws IOException {
    try {
      return ModelLocation.read(location.orElse(ModelLocation.BUNDLED), host);
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
