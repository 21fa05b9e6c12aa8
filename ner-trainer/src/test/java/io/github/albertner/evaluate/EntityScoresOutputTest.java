package io.github.albertner.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class EntityScoresOutputTest {

  private final EntityScores scores = TaggedFile.scores(TaggedFile.read("bio.conll"));

  @Test
  void theTableNamesTheRulesAndShowsPercent() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      assertEquals(
          """
          Strict entity scores, as conlleval and OpenNLP's TokenNameFinderEvaluator: an entity is correct
          only if its first word, its last word and its type are all those of a gold entity. micro: all
          entities together; macro: mean over the types in the gold data; 0/0 counts as 0.
          Token scores compare BIO tags: accuracy over all words, token F1 over words tagged other than O.

          type      precision    recall        F1      gold predicted   correct
          LOC           66.67     50.00     57.14         8         6         4
          MISC           0.00      0.00      0.00         0         1         0
          ORG          100.00     50.00     66.67         2         1         1
          PER           66.67    100.00     80.00         2         3         2
          micro         63.64     58.33     60.87        12        11         7
          macro         77.78     66.67     67.94
          tokens        80.00     75.00     77.42        16        15        12
          token accuracy 80.00 over 25 words in 6 sentences
          """,
          EntityScoresTable.render(scores));
    } finally {
      Locale.setDefault(before);
    }
  }
}
