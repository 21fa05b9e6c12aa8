package io.github.albertner.uima;

import java.util.List;
import org.apache.uima.UIMAException;
import org.apache.uima.UIMAFramework;
import org.apache.uima.cas.CAS;
import org.apache.uima.resource.metadata.TypeDescription;
import org.apache.uima.resource.metadata.TypeSystemDescription;
import org.apache.uima.util.CasCreationUtils;

/**
 * Documents of the pipelines that the profiles are for: their types, as far as they matter here.
 */
final class PipelineTypes {
  static final String CTAKES = "org.apache.ctakes.typesystem.type.";
  static final String MENTION = CTAKES + "textsem.";
  static final String SOURCE = "org.apache.uima.examples.SourceDocumentInformation";
  static final String DKPRO = "de.tudarmstadt.ukp.dkpro.core.api.";

  private PipelineTypes() {}

  private static TypeSystemDescription types() {
    return UIMAFramework.getResourceSpecifierFactory().createTypeSystemDescription();
  }

  static CAS openNlp() throws UIMAException {
    TypeSystemDescription types = types();
    for (String name : List.of("Sentence", "Token", "Person", "Location", "Organization")) {
      types.addType("opennlp.uima." + name, "", CAS.TYPE_NAME_ANNOTATION);
    }
    types.addType(SOURCE, "", CAS.TYPE_NAME_ANNOTATION).addFeature("uri", "", CAS.TYPE_NAME_STRING);
    return CasCreationUtils.createCas(types, null, null);
  }

  static CAS dkpro() throws UIMAException {
    TypeSystemDescription types = types();
    types.addType(DKPRO + "segmentation.type.Sentence", "", CAS.TYPE_NAME_ANNOTATION);
    types.addType(DKPRO + "segmentation.type.Token", "", CAS.TYPE_NAME_ANNOTATION);
    types
        .addType(DKPRO + "ner.type.NamedEntity", "", CAS.TYPE_NAME_ANNOTATION)
        .addFeature("value", "", CAS.TYPE_NAME_STRING);
    TypeDescription metadata =
        types.addType(
            DKPRO + "metadata.type.DocumentMetaData", "", CAS.TYPE_NAME_DOCUMENT_ANNOTATION);
    metadata.addFeature("documentId", "", CAS.TYPE_NAME_STRING);
    metadata.addFeature("documentUri", "", CAS.TYPE_NAME_STRING);
    return CasCreationUtils.createCas(types, null, null);
  }

  static CAS cTakes() throws UIMAException {
    TypeSystemDescription types = types();
    types.addType(CTAKES + "textspan.Sentence", "", CAS.TYPE_NAME_ANNOTATION);
    types
        .addType(CTAKES + "textspan.Segment", "", CAS.TYPE_NAME_ANNOTATION)
        .addFeature("id", "", CAS.TYPE_NAME_STRING);
    types.addType(CTAKES + "syntax.BaseToken", "", CAS.TYPE_NAME_ANNOTATION);
    types.addType(CTAKES + "syntax.WordToken", "", CTAKES + "syntax.BaseToken");
    types.addType(CTAKES + "syntax.NewlineToken", "", CTAKES + "syntax.BaseToken");
    TypeDescription identified =
        types.addType(MENTION + "IdentifiedAnnotation", "", CAS.TYPE_NAME_ANNOTATION);
    identified.addFeature("typeID", "", CAS.TYPE_NAME_INTEGER);
    identified.addFeature("discoveryTechnique", "", CAS.TYPE_NAME_INTEGER);
    identified.addFeature("confidence", "", CAS.TYPE_NAME_FLOAT);
    identified.addFeature("polarity", "", CAS.TYPE_NAME_INTEGER);
    identified.addFeature("subject", "", CAS.TYPE_NAME_STRING);
    types.addType(MENTION + "EventMention", "", MENTION + "IdentifiedAnnotation");
    types.addType(MENTION + "EntityMention", "", MENTION + "IdentifiedAnnotation");
    for (String name : List.of("DiseaseDisorderMention", "MedicationMention", "ProcedureMention")) {
      types.addType(MENTION + name, "", MENTION + "EventMention");
    }
    types.addType(MENTION + "AnatomicalSiteMention", "", MENTION + "EntityMention");
    types.addType("org.example.Tumour", "", MENTION + "DiseaseDisorderMention");
    types
        .addType(CTAKES + "structured.DocumentID", "", CAS.TYPE_NAME_TOP)
        .addFeature("documentID", "", CAS.TYPE_NAME_STRING);
    return CasCreationUtils.createCas(types, null, null);
  }
}
