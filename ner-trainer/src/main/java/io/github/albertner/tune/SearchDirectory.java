package io.github.albertner.tune;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.albertner.modelpackage.AtomicFile;
import io.github.albertner.report.Versions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The folder of a search: {@value #SEARCH} says what is searched, {@value #TRIALS} holds the trials
 * that have ended, and other files what was made of them. A process that is killed loses the
 * running trial and nothing else.
 */
public final class SearchDirectory implements AutoCloseable {
  static final String SEARCH = "search.json";
  static final String TRIALS = "trials.jsonl";

  /** Made of the trials. */
  private static final List<String> OF_RESULTS =
      List.of(SearchFiles.PAGE, SearchFiles.SETTINGS, SearchFiles.PARAMETERS);

  private static final Gson PRETTY =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private final Path folder;
  private final TrialLog log;

  private SearchDirectory(Path folder, TrialLog log) {
    this.folder = folder;
    this.log = log;
  }

  /**
   * Opens the folder of a search, or begins one.
   *
   * @param folder made if it is not there
   * @param command what the user wrote, for people
   * @param anew forgets a search that is there
   * @throws IllegalArgumentException if another search is there; the message says what differs
   * @throws IOException if another process searches there, or files cannot be read or written
   */
  public static SearchDirectory open(
      Path folder, SearchDescription description, String command, boolean anew) throws IOException {
    Files.createDirectories(folder);
    Path search = folder.resolve(SEARCH);
    TrialLog log = TrialLog.open(folder.resolve(TRIALS));
    try {
      if (anew) {
        log.clear();
        for (String file : OF_RESULTS) {
          Files.deleteIfExists(folder.resolve(file));
        }
        Files.deleteIfExists(search);
      }
      if (Files.exists(search)) {
        check(search, description);
      } else if (log.trials().isEmpty()) {
        write(search, PRETTY.toJson(json(description, command)) + "\n");
      } else {
        throw new IOException(
            "%s holds trials and no %s to say of what; --force begins anew"
                .formatted(folder.resolve(TRIALS), SEARCH));
      }
      return new SearchDirectory(folder, log);
    } catch (IOException | RuntimeException e) {
      log.close();
      throw e;
    }
  }

  private static void check(Path search, SearchDescription description) throws IOException {
    List<String> differences = description.differences(read(search));
    if (!differences.isEmpty()) {
      throw new IllegalArgumentException(
          "%s is of another search: %s. Search as there to go on with it, or in another folder, or begin anew with --force"
              .formatted(search, String.join("; ", differences)));
    }
  }

  private static SearchDescription read(Path search) throws IOException {
    try {
      Map<String, String> facts = new TreeMap<>();
      JsonParser.parseString(Files.readString(search))
          .getAsJsonObject()
          .getAsJsonObject("search")
          .entrySet()
          .forEach(fact -> facts.put(fact.getKey(), fact.getValue().getAsString()));
      return new SearchDescription(facts);
    } catch (JsonParseException | IllegalStateException | NullPointerException e) {
      throw new IOException(
          "%s: expected the description of a search, found something else; --force begins anew"
              .formatted(search),
          e);
    }
  }

  private static JsonObject json(SearchDescription description, String command) {
    JsonObject json = new JsonObject();
    json.addProperty("command", command);
    json.addProperty("started", Instant.now().toString());
    json.addProperty("version", Versions.all().get("albert-ner"));
    JsonObject facts = new JsonObject();
    description.facts().forEach(facts::addProperty);
    json.add("search", facts);
    return json;
  }

  /** Returns the trials that have ended; of those that were run again, the latest. */
  public SearchResults results() {
    Map<Integer, Trial> latest = new LinkedHashMap<>();
    log.trials().forEach(trial -> latest.put(trial.number(), trial));
    return new SearchResults(List.copyOf(latest.values()));
  }

  /** Returns what all trials took, those that were run again included. */
  double seconds() {
    return log.trials().stream().mapToDouble(Trial::seconds).sum();
  }

  /** Adds a trial that has ended; it is on the disk when this returns. */
  void add(Trial trial) throws IOException {
    log.add(trial);
  }

  /**
   * Writes a file of the folder, whole or not at all.
   *
   * @throws IOException if it cannot be written
   */
  public void write(String name, String text) throws IOException {
    write(folder.resolve(name), text);
  }

  private static void write(Path file, String text) throws IOException {
    AtomicFile.write(
        file,
        true,
        channel -> {
          ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
          while (bytes.hasRemaining()) {
            channel.write(bytes);
          }
        });
  }

  /** Lets other processes search here. */
  @Override
  public void close() throws IOException {
    log.close();
  }
}
