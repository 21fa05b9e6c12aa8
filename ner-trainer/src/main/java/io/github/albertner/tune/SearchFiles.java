package io.github.albertner.tune;

import io.github.albertner.checkpoint.StartingPoint;
import io.github.albertner.train.TrainingSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Writes what people and training want of a search into its directory: {@value #PAGE} with plots,
 * {@value #SETTINGS} for {@code ner train --settings}, {@value #PARAMETERS} for OpenNLP's own
 * trainer.
 *
 * @param description of the search
 * @param space that is searched
 * @param settings that are not varied
 * @param command what the user wrote
 * @param start what trials start from
 * @param devData files of sentences to judge by; none if they are split off
 * @param devMap renames their entity types
 */
public record SearchFiles(
    SearchDescription description,
    SearchSpace space,
    TrainingSettings settings,
    String command,
    StartingPoint start,
    List<Path> devData,
    String devMap) {
  /** Plots and tables. */
  public static final String PAGE = "results.html";

  /** The best settings, for the command line. */
  public static final String SETTINGS = "best.settings";

  /** The best settings, for OpenNLP's tools. */
  public static final String PARAMETERS = "best.params";

  /** Copies the list. */
  public SearchFiles {
    devData = List.copyOf(devData);
  }

  /**
   * Writes the files; without a best trial only the page.
   *
   * @throws IOException if one cannot be written; those that were there stay
   */
  public void write(SearchResults results, SearchDirectory directory) throws IOException {
    directory.write(PAGE, ResultsPage.render(results, space, description, command));
    Optional<BestSettings> best = BestSettings.of(results, settings, command);
    if (best.isPresent()) {
      directory.write(SETTINGS, best.get().settingsFile());
      directory.write(PARAMETERS, best.get().parametersFile(start, devData, devMap));
    }
  }
}
