package io.github.albertner.inspect;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;

/** An inspection for other programs. */
public final class InspectionJson {

  private static final List<Double> QUANTILES = List.of(0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 1.0);

  private InspectionJson() {}

  /** Returns all that was seen; shares are in [0, 1]. */
  public static JsonObject of(CorpusInspection inspection) {
    JsonObject object = new JsonObject();
    object.addProperty("model", inspection.model());
    object.addProperty("vocabularySize", inspection.vocabularySize());
    object.addProperty("windowPieces", inspection.capacity());
    JsonArray parts = new JsonArray();
    inspection.parts().forEach(part -> parts.add(part(part)));
    object.add("parts", parts);
    JsonArray findings = new JsonArray();
    inspection.findings().forEach(finding -> findings.add(finding(finding)));
    object.add("findings", findings);
    return object;
  }

  private static JsonObject part(PartSummary part) {
    JsonObject object = new JsonObject();
    object.addProperty("name", part.name());
    object.addProperty("files", part.files());
    object.addProperty("documents", part.documents());
    object.addProperty("sentences", part.sentences());
    object.addProperty("sentencesWithoutEntity", part.sentencesWithoutEntity());
    object.addProperty("words", part.words());
    object.addProperty("pieces", part.lengths().total());
    JsonObject lengths = new JsonObject();
    QUANTILES.forEach(q -> lengths.addProperty(q.toString(), part.lengths().quantile(q)));
    object.add("piecesASentence", lengths);
    object.addProperty("sentencesPastTheWindow", part.longSentences());
    object.addProperty("windowsOfThese", part.windows());
    object.addProperty("entities", part.entities());
    object.addProperty("seenEntities", part.seenEntities());
    JsonArray types = new JsonArray();
    part.types().forEach(type -> types.add(type(type)));
    object.add("types", types);
    return object;
  }

  private static JsonObject type(TypeSummary type) {
    JsonObject object = new JsonObject();
    object.addProperty("type", type.type());
    object.addProperty("entities", type.entities());
    object.addProperty("share", type.share());
    object.addProperty("surfaces", type.surfaces());
    object.addProperty("meanWords", type.meanWords());
    object.addProperty("longest", type.longest());
    object.addProperty("seen", type.seen());
    return object;
  }

  private static JsonObject finding(Finding finding) {
    JsonObject object = new JsonObject();
    object.addProperty("check", finding.check());
    object.addProperty("severity", finding.severity().name().toLowerCase(Locale.ROOT));
    object.addProperty("count", finding.count());
    object.addProperty("message", finding.message());
    object.addProperty("advice", finding.advice());
    JsonArray examples = new JsonArray();
    finding.examples().forEach(examples::add);
    object.add("examples", examples);
    return object;
  }
}
