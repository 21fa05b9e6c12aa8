package io.github.albertner.integration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Notes as clinicians write them, made up for the tests, with what is awkward about such texts. */
final class ClinicalNotes {
  private ClinicalNotes() {}

  /** Returns the texts by name. */
  static Map<String, String> texts() {
    Map<String, String> notes = new LinkedHashMap<>();
    notes.put(
        "admission",
        """
        Reason for admission: breast cancer, left side.
        The patient is a 61 year old woman with type 2 diabetes mellitus and hypertension.
        She denies chest pain. No evidence of colorectal cancer in the family.
        Medication: tamoxifen 20 mg daily, metformin 500 mg b.i.d.; aspirin was stopped.
        """);
    notes.put(
        "lines-end-sentences",
        """
        Denies
        chest pain
        Fever
        Plan:
        MRI of the left hip; Dr. Osei to review
        """);
    notes.put(
        "no-line-break-at-the-end", "Wilson disease was ruled out.\n\n\n\n  Ataxia-telangiectasia");
    notes.put(
        "windows-lines",
        "Assessment:\r\nCystic fibrosis, stable.\r\n\r\nPlan:\r\nSputum culture\r\n");
    notes.put(
        "not-ascii",
        "\ud83d\ude00 feels well \u2013 B\u00e9h\u00e7et\u2019s disease, 37\u00b0C, \u00b5g"
            + " doses.\nNa\u00efve to \ud840\udc00 therapy; Sj\u00f6gren syndrome?\n");
    notes.put("one-word", "Anaemia");
    notes.put("blank", " \n\t\n");
    notes.put(
        "longer-than-a-window",
        "Seen for"
            + " gout, rheumatoid arthritis and renal failure,".repeat(12)
            + " without pain.");
    return notes;
  }

  /**
   * Writes the notes, each to a file with the ending txt.
   *
   * @param folder new
   * @param copies of each note
   */
  static void write(Path folder, int copies) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, String> note : texts().entrySet()) {
      for (int copy = 0; copy < copies; copy++) {
        Files.writeString(folder.resolve(note.getKey() + "-" + copy + ".txt"), note.getValue());
      }
    }
  }
}
