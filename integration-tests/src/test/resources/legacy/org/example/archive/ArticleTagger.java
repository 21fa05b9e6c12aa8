package org.example.archive;

import java.util.List;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.Span;

/** Lists the names of articles, one sentence after the other. */
public class ArticleTagger {
  private final NameFinderME finder;
  private final StringBuilder report = new StringBuilder();
  private int sentences;

  public ArticleTagger(TokenNameFinderModel model) {
    finder = new NameFinderME(model);
  }

  /** Returns a line for each name and each token. */
  public String tag(List<List<String[]>> articles) {
    for (List<String[]> article : articles) {
      for (String[] sentence : article) {
        tagSentence(sentence);
      }
      // What was learnt from one article must not mislead in the next.
      finder.clearAdaptiveData();
    }
    return report.toString();
  }

  private void tagSentence(String[] tokens) {
    Span[] names = finder.find(tokens);
    double[] confidence = finder.probs(names);
    for (int i = 0; i < names.length; i++) {
      Span name = names[i];
      report.append("name ").append(sentences).append(' ');
      report.append(name.getStart()).append(' ').append(name.getEnd()).append(' ');
      report.append(name.getType()).append(' ').append(confidence[i]).append('\n');
    }
    double[] probabilities = finder.probs();
    for (int i = 0; i < probabilities.length; i++) {
      report.append("token ").append(sentences).append(' ');
      report.append(i).append(' ').append(probabilities[i]).append('\n');
    }
    sentences++;
  }
}
