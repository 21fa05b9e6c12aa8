package io.github.albertner.augment;

import io.github.albertner.corpus.Sentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Makes typing errors: two neighbouring letters swapped, a letter left out, a letter doubled, or
 * the key beside it hit (on a QWERTY keyboard; letters that it lacks have none). One error a word,
 * in words of at least {@value #SHORTEST} letters, so that what is left still tells the word.
 * Digits and signs are left alone.
 *
 * @param probability of each word
 */
record Typos(double probability) implements Method {
  private static final int SHORTEST = 4;
  private static final List<String> KEY_ROWS = List.of("qwertyuiop", "asdfghjkl", "zxcvbnm");
  private static final Map<Integer, String> NEIGHBOURS = neighbours();

  private enum Slip {
    SWAP,
    DROP,
    DOUBLE,
    NEIGHBOUR
  }

  @Override
  public Outcome apply(Sentence sentence, Random random) {
    List<String> words = new ArrayList<>(sentence.words());
    int changes = 0;
    for (int i = 0; i < words.size(); i++) {
      if (random.nextDouble() < probability) {
        String word = words.get(i);
        words.set(i, mistyped(word, random));
        changes += words.get(i).equals(word) ? 0 : 1;
      }
    }
    return changes == 0
        ? new Outcome(sentence, 0)
        : new Outcome(new Sentence(words, sentence.entities(), sentence.startsDocument()), changes);
  }

  /** The word with one error; as it is where the one drawn cannot be made. */
  private static String mistyped(String word, Random random) {
    int[] letters = word.codePoints().toArray();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < letters.length; i++) {
      if (Character.isLetter(letters[i])) {
        places.add(i);
      }
    }
    if (places.size() < SHORTEST) {
      return word;
    }
    Slip slip = Slip.values()[random.nextInt(Slip.values().length)];
    int place = places.get(random.nextInt(places.size()));
    StringBuilder typed = new StringBuilder();
    for (int i = 0; i < letters.length; i++) {
      int letter = letters[i];
      if (i != place) {
        typed.appendCodePoint(letter);
        continue;
      }
      switch (slip) {
        case SWAP -> {
          if (i + 1 < letters.length && Character.isLetter(letters[i + 1])) {
            typed.appendCodePoint(letters[++i]);
          }
          typed.appendCodePoint(letter);
        }
        case DROP -> {
          // Nothing is typed.
        }
        case DOUBLE -> typed.appendCodePoint(letter).appendCodePoint(letter);
        case NEIGHBOUR -> typed.appendCodePoint(neighbour(letter, random));
      }
    }
    return typed.toString();
  }

  private static int neighbour(int letter, Random random) {
    String keys = NEIGHBOURS.get(Character.toLowerCase(letter));
    if (keys == null) {
      return letter;
    }
    int key = keys.charAt(random.nextInt(keys.length()));
    return Character.isUpperCase(letter) ? Character.toUpperCase(key) : key;
  }

  private static Map<Integer, String> neighbours() {
    Map<Integer, String> neighbours = new HashMap<>();
    for (String row : KEY_ROWS) {
      for (int i = 0; i < row.length(); i++) {
        String left = i == 0 ? "" : row.substring(i - 1, i);
        String right = i + 1 == row.length() ? "" : row.substring(i + 1, i + 2);
        neighbours.put((int) row.charAt(i), left + right);
      }
    }
    return neighbours;
  }
}
