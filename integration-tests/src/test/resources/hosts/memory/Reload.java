import io.github.albertner.opennlp.AlbertNameFinder;
import java.io.File;
import java.nio.file.Path;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.TokenNameFinderModel;

/**
 * Loads a model again and again: {@code Reload ROUNDS MODEL}. Each time once through OpenNLP, where
 * nothing can be closed, and once with a name finder of ours that is closed. Prints memory.
 */
public class Reload {
  private static final String[] SENTENCE = {"Ada", "Lovelace", "lived", "in", "London", "."};

  public static void main(String[] args) throws Exception {
    int rounds = Integer.parseInt(args[0]);
    for (int round = 1; round <= rounds; round++) {
      new NameFinderME(new TokenNameFinderModel(new File(args[1]))).find(SENTENCE);
      try (AlbertNameFinder finder = AlbertNameFinder.load(Path.of(args[1]))) {
        finder.find(SENTENCE);
      }
      if (round % 10 == 0) {
        Memory.collect();
      }
      Memory.report(round, 0);
    }
  }
}
