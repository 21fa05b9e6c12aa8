import io.github.albertner.opennlp.SeekableModelStream;
import java.io.File;
import java.io.InputStream;
import java.nio.file.Path;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.TokenNameFinderModel;

/** Loads a model and finds names: {@code LoadOnce file|seekable MODEL}. */
public class LoadOnce {
  private static final String[] SENTENCE = {"Ada", "Lovelace", "lived", "in", "London", "."};

  public static void main(String[] args) throws Exception {
    NameFinderME finder = new NameFinderME(load(args[0], args[1]));
    finder.find(SENTENCE);
    System.out.println("tokens " + finder.probs().length);
  }

  private static TokenNameFinderModel load(String how, String file) throws Exception {
    if (how.equals("file")) {
      return new TokenNameFinderModel(new File(file));
    }
    try (InputStream in = new SeekableModelStream(Path.of(file))) {
      return new TokenNameFinderModel(in);
    }
  }
}
