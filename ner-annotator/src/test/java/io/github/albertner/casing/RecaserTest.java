package io.github.albertner.casing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which sentences are recased, and to what. */
class RecaserTest {
  private static final CasingTable TABLE =
      CasingTable.parse(
          """
          casing 1 107 75 276 154
          's
          a
          America 1
          Bank 70
          city 97
          Cook 50
          dog
          eBay
          from
          I
          IBM
          in
          Inc 40
          Intel
          is
          isn
          its
          Mark 54
          McDonald
          met
          Mr
          n't
          NATO
          new
          O'Brien
          of
          Paris
          photo
          plan
          sent
          the
          this
          Tim
          U.S.
          visits
          was
          """);

  private static final Recaser RECASER = new Recaser(TABLE);

  private static String recased(String sentence) {
    return String.join(" ", RECASER.recase(List.of(sentence.split(" "))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "THE PHOTO WAS SENT FROM PARIS . | The photo was sent from Paris .",
        "TIM COOK WAS IN PARIS | Tim Cook was in Paris",
        "THE DOG MET TIM MCDONALD | The dog met Tim McDonald",
        "THE DOG OF O'NEILL IS IN PARIS | The dog of O'Neill is in Paris",
        "THE DOG OF O'BRIEN IS IN PARIS | The dog of O'Brien is in Paris",
        "THIS IS PARIS 'S NEW PLAN | This is Paris 's new plan",
        "THIS IS PARIS ' S NEW PLAN | This is Paris ' s new plan",
        "THIS IS N'T IBM OR NATO | This is n't IBM Or NATO",
        "THE U.S. PLAN FROM MR. COOK | The U.S. plan from Mr. Cook",
        "THE DOG WAS SENT FROM SMITH-JONES | The dog was sent from Smith-Jones",
        "THE EBAY PLAN OF J. XQZW | The eBay plan of J. Xqzw",
        "THE PHOTO OF @TIM IS HTTP://X.ORG/A #PARIS | The photo of @TIM is HTTP://X.ORG/A #PARIS",
        "THE PLAN B2B4 WAS SENT | The plan B2B4 was sent",
        "the photo was sent from paris . | The photo was sent from Paris .",
        "tim cook was in paris | Tim Cook was in Paris",
        "this is the new mcdonald plan of ibm | This is the new McDonald plan of IBM",
        "the photo of @tim is http://x.org/a | The photo of @tim is http://x.org/a",
        "The Photo Was Sent From Paris | The photo was sent from Paris",
        "New Plan Of NATO Is Sent To The City | New plan of NATO is sent to the city"
      })
  void writesWhatSaysNothingAsUsual(String sentence, String expected) {
    assertEquals(expected, recased(sentence));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The photo was sent from Paris .",
        "IBM",
        "PARIS",
        "IBM , NATO ( U.S. )",
        "XQZ BRCA1 CFTR",
        "Tim Cook , Mark McDonald , Paris Cook",
        "the IBM plan",
        "dog",
        "@tim #paris",
        "1998 - 2001",
        "2 : 1 ( 0 : 0 )",
        "IBM and NATO met in Paris",
        "\u6F22\u5B57 \u6F22\u5B57",
        "Paris is in the U.S."
      })
  void leavesTheInstanceWhereCaseSaysSomethingOrTooLittleIsWritten(String sentence) {
    List<String> words = List.of(sentence.split(" "));

    assertSame(words, RECASER.recase(words));
  }

  @Test
  void aWordMayBeAnything() {
    List<String> words = List.of("THE", "", " ", "\uD83D", "\uD83D\uDE00", "-", "'", "DOG", "A-");

    assertEquals(
        List.of("The", "", " ", "\uD83D", "\uD83D\uDE00", "-", "'", "dog", "a-"),
        RECASER.recase(words));
    assertEquals(List.of(), RECASER.recase(List.of()));
  }

  @Test
  void theMachinesLocaleDoesNotMatter() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertEquals("Tim is in Paris", recased("TIM IS IN PARIS"));
      assertEquals("Tim is in Paris", recased("tim is in paris"));
    } finally {
      Locale.setDefault(before);
    }
  }
}
