package io.github.albertner.casing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The text of a table, searchable; damaged ones are refused. */
class CasingTableTest {
  private static final String HEADER = "casing 1 107 75 276 154\n";

  @Test
  void findsEveryWord() {
    CasingTable table =
        CasingTable.parse(HEADER + "a\nMay 82\nNATO\nO'Brien\nthe\n\u00E9t\u00E9\n");

    assertEquals(6, table.size());
    assertEquals("May", table.form(table.find("may")));
    assertEquals(0.82, table.smallShare(table.find("may")));
    assertEquals(1, table.smallShare(table.find("the")));
    assertEquals(0, table.smallShare(table.find("nato")));
    assertEquals("\u00E9t\u00E9", table.form(table.find("\u00E9t\u00E9")));
    assertTrue(table.find("") < 0 && table.find("zzz") < 0 && table.find("b") < 0);
    assertEquals(0.276, table.casedAfterCased());
  }

  @Test
  void endingsSayWhatUnknownWordsAre() {
    StringBuilder text = new StringBuilder(HEADER);
    for (char c = 'a'; c <= 'z'; c++) {
      text.append(c).append("aaitis\n").append(Character.toUpperCase(c)).append("ablurg\n");
    }
    CasingTable table = CasingTable.parse(text.toString());

    assertTrue(table.smallShareOfUnknown("xyzitis") > 0.9);
    assertTrue(table.smallShareOfUnknown("xyzland") > 0.85); // an ending never met
    assertTrue(table.smallShareOfUnknown("xyzlurg") < 0.5);
  }

  @Test
  void aTableMayBeEmpty() {
    assertTrue(CasingTable.parse(HEADER).find("a") < 0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | first line",
        "casing 2 1 1 1 1~ | first line",
        "casing 1 107 75 276~ | four numbers",
        "casing 1 107 75 276 0~ | four numbers",
        "casing 1 107 75 276 x~ | four numbers",
        "casing 1 107 75 276 154~b~a~ | ascending",
        "casing 1 107 75 276 154~a~A~ | ascending",
        "casing 1 107 75 276 154~a~~ | ascending",
        "casing 1 107 75 276 154~May 100~ | 0 to 99",
        "casing 1 107 75 276 154~May x~ | 0 to 99",
        "casing 1 107 75 276 154~May | line break"
      })
  void saysWhatIsWrong(String text, String expected) {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> CasingTable.parse(text.replace('~', '\n')));

    assertTrue(e.getMessage().contains(expected), e.getMessage());
  }
}
