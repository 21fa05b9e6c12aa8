package io.github.albertner.benchmark.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Clinical notes out of thin air: section headings, telegraphic lines of a few words, and long
 * sentences of findings, measures and drugs. What matters is how lengths are mixed, and that words
 * are cut into about as many pieces as in real notes.
 */
final class ClinicalNotes {
  private static final List<String> HEADINGS =
      List.of(
          "CHIEF COMPLAINT :",
          "HISTORY OF PRESENT ILLNESS :",
          "PAST MEDICAL HISTORY :",
          "MEDICATIONS ON ADMISSION :",
          "PHYSICAL EXAMINATION :",
          "LABORATORY DATA :",
          "HOSPITAL COURSE :",
          "DISCHARGE INSTRUCTIONS :");

  private static final List<String> WORDS =
      List.of(
          ("the of and with to in a was on for is no patient at he she by mg daily pain history"
                  + " noted left right mild acute chronic denies without chest blood pressure heart"
                  + " abdominal normal status disease days after prior coronary artery hypertension"
                  + " diabetes mellitus pneumonia fever nausea vomiting dyspnea edema bilateral lower"
                  + " upper extremity extremities evaluated underwent catheterization echocardiogram"
                  + " showed ejection fraction stenosis metoprolol lisinopril aspirin warfarin"
                  + " furosemide atorvastatin vancomycin levofloxacin hemoglobin creatinine"
                  + " leukocytosis thrombocytopenia hyperlipidemia hypothyroidism cholecystectomy"
                  + " appendectomy metastatic adenocarcinoma carcinoma lymphadenopathy neuropathy"
                  + " nephropathy retinopathy gastroesophageal reflux osteoarthritis fibrillation"
                  + " tachycardia bradycardia cardiomyopathy cirrhosis hepatitis pancreatitis"
                  + " cellulitis , . , . ( ) 10 40 81 120/80 98.6 2.5 q.d. b.i.d. p.o. p.r.n.")
              .split(" "));

  private ClinicalNotes() {}

  /** Returns the sentences of notes, one after the other; the same for the same seed. */
  static List<List<String>> sentences(long seed, int count) {
    Random random = new Random(seed);
    List<List<String>> sentences = new ArrayList<>();
    while (sentences.size() < count) {
      sentences.add(
          random.nextInt(9) == 0
              ? List.of(HEADINGS.get(random.nextInt(HEADINGS.size())).split(" "))
              : sentence(random));
    }
    return sentences;
  }

  /** Words of a log-normal number, median 14; frequent words first in the list. */
  private static List<String> sentence(Random random) {
    int length = (int) Math.round(14 * Math.exp(0.75 * random.nextGaussian()));
    length = Math.max(2, Math.min(120, length));
    List<String> words = new ArrayList<>();
    for (int i = 1; i < length; i++) {
      double rank = Math.pow(random.nextDouble(), 1.6);
      words.add(WORDS.get((int) (rank * WORDS.size())));
    }
    words.add(".");
    return words;
  }
}
