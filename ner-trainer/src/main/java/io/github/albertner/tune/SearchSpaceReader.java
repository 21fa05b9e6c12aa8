package io.github.albertner.tune;

import io.github.albertner.settings.SmallFile;
import io.github.albertner.train.TrainingDefaults;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads search spaces: {@code NAME=VALUES} on a line each, where empty lines and those that begin
 * with {@code #} are for people.
 *
 * <p>Values are listed, {@code batch-size=16,32}, or, if they hold commas themselves, {@code
 * freeze=none|embeddings,encoder}; or they are a range, {@code dropout=0..0.3}, and a logarithmic
 * one, {@code learning-rate=1e-4..1e-3:log}.
 */
public final class SearchSpaceReader {
  private final Map<String, Candidates> read = new LinkedHashMap<>();

  /**
   * Returns the documented space for the defaults of a kind of base model.
   *
   * @param defaults whose settings the search starts from
   */
  public static SearchSpace defaults(TrainingDefaults defaults) {
    String resource =
        "space-" + defaults.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".txt";
    SearchSpaceReader reader = new SearchSpaceReader();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                SearchSpaceReader.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
      reader.addLines(resource, lines.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource + " from the jar", e);
    }
    return reader.space();
  }

  /**
   * Adds the entries of a file.
   *
   * @throws IOException if it cannot be read
   * @throws IllegalArgumentException if an entry is malformed, there twice, or names no setting to
   *     search; the message says where
   */
  public void addFile(Path file) throws IOException {
    addLines(file.toString(), SmallFile.read(file, "settings to search").lines().toList());
  }

  private void addLines(String name, List<String> lines) {
    Map<String, Candidates> file = new LinkedHashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        try {
          add(line, file);
        } catch (IllegalArgumentException e) {
          throw new IllegalArgumentException("%s:%s: %s".formatted(name, i + 1, e.getMessage()), e);
        }
      }
    }
    read.putAll(file);
  }

  /**
   * Adds entries, which take the place of those of a file.
   *
   * @throws IllegalArgumentException as {@link #addFile}
   */
  public void addEntries(List<String> entries) {
    Map<String, Candidates> given = new LinkedHashMap<>();
    entries.forEach(entry -> add(entry.strip(), given));
    read.putAll(given);
  }

  private static void add(String entry, Map<String, Candidates> to) {
    int equals = entry.indexOf('=');
    if (equals <= 0) {
      throw new IllegalArgumentException(
          "\"%s\": expected NAME=VALUES, such as batch-size=16,32".formatted(entry));
    }
    String name = entry.substring(0, equals).strip();
    CandidatesReader.checkName(name);
    if (to.put(name, CandidatesReader.read(name, entry.substring(equals + 1).strip())) != null) {
      throw new IllegalArgumentException(name + " is there twice; expected one entry for it");
    }
  }

  /** Returns what was added. */
  public SearchSpace space() {
    return new SearchSpace(read);
  }
}
