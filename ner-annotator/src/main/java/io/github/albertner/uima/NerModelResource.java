package io.github.albertner.uima;

import io.github.albertner.NerTagger;
import io.github.albertner.dependency.DependencyException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.uima.resource.DataResource;
import org.apache.uima.resource.ResourceInitializationException;
import org.apache.uima.resource.SharedResourceObject;
import org.apache.uima.resource.metadata.NameValuePair;
import org.apache.uima.resource.metadata.ResourceMetaData;

/**
 * A model that several engines of a pipeline share, as an external resource: bind it to the key
 * {@link NerAnnotator#RESOURCE_MODEL}. Engines that name the same model share one network without
 * it; a resource names the model in one place.
 *
 * <p>Its URL is where the package is, as in {@link NerAnnotator#PARAM_MODEL_LOCATION}; empty for
 * the model inside the jar. It may have the parameters {@link NerAnnotator#PARAM_PRECISION}, {@link
 * NerAnnotator#PARAM_DEVICE} and {@link NerAnnotator#PARAM_RECASE}. The network is freed some time
 * after the last engine that uses the resource and UIMA's resource manager have let go of it.
 */
public final class NerModelResource implements SharedResourceObject {
  private static final List<String> NAMES =
      List.of(
          NerParameters.PARAM_PRECISION, NerParameters.PARAM_DEVICE, NerParameters.PARAM_RECASE);

  private NerTagger tagger;

  /** For UIMA. */
  public NerModelResource() {}

  /**
   * Loads the model.
   *
   * @throws ResourceInitializationException if a parameter is unknown or illegal, or the model
   *     cannot be loaded; the cause's message says why
   */
  @Override
  public void load(DataResource data) throws ResourceInitializationException {
    try {
      Map<String, Object> values = values(data.getMetaData());
      Parameters.refuseMisspelt(values.keySet(), NAMES);
      tagger =
          NerTagger.of(
              EngineModel.read(location(data), name -> Optional.empty()),
              ModelOptions.of(new Parameters(values::get)));
    } catch (IOException | URISyntaxException | IllegalArgumentException | DependencyException e) {
      throw new ResourceInitializationException(e);
    }
  }

  /** A resource of a descriptor's file specifier has no metadata. */
  private static Map<String, Object> values(ResourceMetaData metadata) {
    Map<String, Object> values = new TreeMap<>();
    if (metadata != null) {
      for (NameValuePair setting :
          metadata.getConfigurationParameterSettings().getParameterSettings()) {
        values.put(setting.getName(), setting.getValue());
      }
    }
    return values;
  }

  /** A resource of a descriptor's file specifier has a URL, one of uimaFIT a URI without scheme. */
  private static Optional<String> location(DataResource data) throws URISyntaxException {
    URI uri = data.getUri() == null ? data.getUrl().toURI() : data.getUri();
    String location = uri.getScheme() == null ? uri.getPath() : uri.toString();
    return location.isEmpty() ? Optional.empty() : Optional.of(location);
  }

  /** Returns the tagger; not to be closed. */
  NerTagger tagger() {
    return tagger;
  }
}
