package io.github.albertner.uima;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.Feature;
import org.apache.uima.cas.FeatureStructure;
import org.apache.uima.cas.Type;

/** Finds what a pipeline calls a document, for messages. */
final class DocumentId {
  private record Source(String type, String feature) {}

  private static final List<Source> SOURCES =
      List.of(
          new Source("org.apache.ctakes.typesystem.type.structured.DocumentID", "documentID"),
          new Source(
              "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData", "documentId"),
          new Source(
              "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData", "documentUri"),
          new Source("org.apache.uima.examples.SourceDocumentInformation", "uri"));

  private DocumentId() {}

  /** Returns the first id that a view of the document has. Throws nothing. */
  static Optional<String> of(CAS cas) {
    try {
      for (Source source : SOURCES) {
        Type type = cas.getTypeSystem().getType(source.type());
        Feature feature = type == null ? null : type.getFeatureByBaseName(source.feature());
        if (feature == null) {
          continue;
        }
        Iterator<CAS> views = cas.getViewIterator();
        while (views.hasNext()) {
          Iterator<FeatureStructure> found =
              views.next().getIndexRepository().getAllIndexedFS(type);
          while (found.hasNext()) {
            String id = found.next().getFeatureValueAsString(feature);
            if (id != null && !id.isBlank()) {
              return Optional.of(id);
            }
          }
        }
      }
    } catch (RuntimeException e) {
      return Optional.empty(); // A broken CAS must not hide why it was looked at.
    }
    return Optional.empty();
  }
}
