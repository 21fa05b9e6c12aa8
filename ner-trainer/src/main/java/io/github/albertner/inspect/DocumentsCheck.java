package io.github.albertner.inspect;

import java.util.List;

/**
 * Parts of at least {@value #SENTENCES} sentences a file in which no documents are marked: then
 * splits and folds tear documents apart, and a sentence's neighbours may be of another one.
 */
final class DocumentsCheck implements Check {
  static final int SENTENCES = 100;

  @Override
  public List<Finding> findings(List<CorpusPart> parts, ModelPieces pieces) {
    List<String> names =
        parts.stream().filter(DocumentsCheck::isUnmarked).map(CorpusPart::name).toList();
    return names.isEmpty()
        ? List.of()
        : List.of(
            new Finding(
                "no-documents",
                Severity.NOTE,
                names.size(),
                "no documents are marked in " + String.join(", ", names),
                "if there are some, mark where they begin, for splits by document and for"
                    + " --context-pieces",
                List.of()));
  }

  private static boolean isUnmarked(CorpusPart part) {
    int files = part.statistics().files().size();
    return part.statistics().documents() <= files
        && part.sentences().size() >= (long) files * SENTENCES;
  }
}
