import io.github.albertner.uima.NerModelResource;
import org.apache.uima.fit.factory.ExternalResourceFactory;
import org.apache.uima.resource.ExternalResourceDescription;

/** The model as a shared resource, in the words of uimaFIT 3. */
public class SharedModel {
  public static ExternalResourceDescription of(String path) {
    return ExternalResourceFactory.createSharedResourceDescription(path, NerModelResource.class);
  }
}
