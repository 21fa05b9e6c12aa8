package io.github.albertner.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeNamesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "PER LOC MISC     | person location date      | LOC=location,MISC=,PER=person",
        "PERSON GPE ORG   | PER LOC ORG               | GPE=LOC,PERSON=PER",
        "person           | PERSON                    | person=PERSON",
        "B.Person         | b-person                  | B.Person=b-person",
        "Disease Chemical | DISEASE drug              | Chemical=,Disease=DISEASE",
        "per              | person period             | per=period",
        "person           | person location           | none",
        "gene             | person                    | none",
        "ab               | abacus                    | none",
        "company          | organization              | company=organization"
      })
  void typesBecomeThoseOfTheSameMeaning(String types, String known, String map) {
    assertEquals(Optional.ofNullable(map), TypeNames.mapTo(split(types), split(known)));
  }

  private static List<String> split(String types) {
    return Arrays.asList(types.split(" "));
  }
}
