package io.github.albertner.pretrain;

import io.github.albertner.checkpoint.LanguageModel;
import io.github.albertner.checkpoint.StartingPoint;
import io.github.albertner.shard.ShardedText;
import io.github.albertner.shard.TextSharder;
import io.github.albertner.tokenize.SubwordTokenizer;
import java.io.IOException;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Plain text that is easy to learn, and what belongs to pretraining on it. */
public final class Texts {
  private static final List<String> SUBJECTS = List.of("The doctor", "A nurse", "My patient");
  private static final List<String> VERBS =
      List.of("described", "remembered", "ignored", "treated");
  private static final List<String> OBJECTS =
      List.of("the fever", "a headache", "severe pain", "the infection", "an allergy");

  private static final int WORD = 1 << 31;
  private static final int SENTENCE = 1 << 30;

  private Texts() {}

  /** Writes paragraphs of a few sentences each, an empty line after every tenth. */
  public static Path write(Path file, int paragraphs, long seed) throws IOException {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int p = 0; p < paragraphs; p++) {
      for (int s = 0; s < 2 + random.nextInt(4); s++) {
        text.append(pick(SUBJECTS, random)).append(' ').append(pick(VERBS, random)).append(' ');
        text.append(pick(OBJECTS, random)).append(" yesterday. ");
      }
      text.append(p % 10 == 9 ? "\n\n" : "\n");
    }
    return Files.writeString(file, text);
  }

  private static String pick(List<String> words, Random random) {
    return words.get(random.nextInt(words.size()));
  }

  /**
   * Pieces as they are stored, 5000 and on: S begins a sentence, W a word, other letters go on with
   * one.
   */
  static IntBuffer stored(String flags) {
    int[] stored = new int[flags.length()];
    for (int i = 0; i < stored.length; i++) {
      char flag = flags.charAt(i);
      int marks = flag == 'S' ? WORD | SENTENCE : flag == 'W' ? WORD : 0;
      stored[i] = 5000 + i | marks;
    }
    return IntBuffer.wrap(stored);
  }

  static LanguageModel tiny() throws IOException {
    return LanguageModel.start(StartingPoint.of("random:tiny"), 1).model();
  }

  static ShardedText shards(Path folder, SubwordTokenizer tokenizer) throws IOException {
    return shards(write(folder.resolve("text.txt"), 400, 7), folder.resolve("pieces"), tokenizer);
  }

  static ShardedText shards(Path file, Path pieces, SubwordTokenizer tokenizer) throws IOException {
    return new TextSharder(tokenizer, Optional.empty(), "en", 2)
        .shard(List.of(file), 0.1, pieces, TextSharder.Progress.NONE);
  }
}
