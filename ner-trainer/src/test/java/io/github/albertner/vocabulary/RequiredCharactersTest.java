package io.github.albertner.vocabulary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.checkpoint.RandomCheckpoint;
import io.github.albertner.tokenize.SubwordTokenizer;
import java.io.IOException;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequiredCharactersTest {

  @Test
  void theProjectsOwnVocabularyHasThemAll() throws IOException {
    Set<String> pieces = new HashSet<>();
    SubwordTokenizer own = SubwordTokenizer.ofJson(RandomCheckpoint.TINY.create(1).tokenizerJson());
    for (int id = 0; id < own.vocabularySize(); id++) {
      pieces.add(own.piece(id));
    }
    String required = RequiredCharacters.of(true);
    assertEquals(387, required.length());
    required
        .chars()
        .forEach(c -> assertTrue(pieces.contains(Character.toString(c)), () -> "" + (char) c));
    for (char c : "!~Az09éŁșΩ—…€„".toCharArray()) {
      // U+2026, the ellipsis, is three dots after normalisation.
      assertEquals(c != '…', required.indexOf(c) >= 0, () -> "" + c);
    }
  }

  @Test
  void withoutCaseThereAreNoneThatFoldingChanges() {
    String required = RequiredCharacters.of(false);
    for (char c : "AZÉŁΩΣßς".toCharArray()) {
      assertFalse(required.indexOf(c) >= 0, () -> "" + c);
    }
    for (char c : "az09éłωσ!€".toCharArray()) {
      assertTrue(required.indexOf(c) >= 0, () -> "" + c);
    }
    assertEquals(
        required,
        Normalizer.normalize(required, Normalizer.Form.NFKC).toLowerCase(java.util.Locale.ROOT));
  }
}
