package io.github.albertner.vocabulary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.casing.CasingTable;
import io.github.albertner.text.Splitter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What of plain text goes into a casing table. */
class CasingCounterTest {
  private final CasingCounter counter = new CasingCounter(Splitter.english());

  private List<String> words(int atLeast) {
    List<String> lines = counter.table(atLeast).lines().toList();
    return lines.subList(1, lines.size());
  }

  @Test
  void theFirstWordOfASentenceDoesNotCount() {
    counter.add(
        "Dogs bark. Cats saw that Tim Cook, who met NATO: Then they left? \u201CNever again\u201D");

    assertEquals(
        List.of(
            "again", "bark", "Cook", "left", "met", "NATO", "saw", "that", "they", "Tim", "who"),
        words(1));
  }

  @Test
  void headingsDoNotCount() {
    counter.add("The New Plan For Cities");
    counter.add("WAR AND PEACE");

    assertEquals(List.of(), words(1));
  }

  @Test
  void aWordIsWrittenAsMostOfItsOccurrencesAre() {
    counter.add("so it may rain, it may snow, and in May it may not, says the may expert of US");
    counter.add("all of us, all of US, all of us");

    List<String> words = words(4);
    assertEquals(List.of("May 80", "of", "US 50"), words);
  }

  @Test
  void rareWordsAreLeftOut() {
    counter.add("so rare words and frequent words");

    assertEquals(List.of("words"), words(2));
  }

  @Test
  void theTableCanBeRead() {
    counter.add("He said the U.S. isn't Tim's 3rd home, \u00C9cole, \u0130stanbul or na\u00EFve");

    CasingTable table = CasingTable.parse(counter.table(1));
    assertTrue(table.size() >= 10, table::text);
    assertTrue(table.text().contains("\n'S\n") || table.text().contains("\n's\n"), table::text);
  }

  @Test
  void withoutTextTheTableIsEmpty() {
    assertEquals(0, CasingTable.parse(counter.table(1)).size());
  }
}
