package io.github.albertner.cli;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.reflect.TypeToken;
import io.github.albertner.modelpackage.AtomicFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** What a run was started with, kept in its folder so that it can be resumed without saying it. */
final class StoredCommand {
  /** Marks a command that goes on with the run of its --run-dir. */
  static final String RESUMED = "--resumed";

  private static final String FILE = "command.json";
  private static final String RUN_DIRECTORY = "--run-dir";
  private static final String RESUME = "--resume";
  private static final Set<String> REPLACEABLE =
      Set.of("--max-minutes", "--steps", "--output", "--force", "--stacktrace");

  /** Says how long pretraining is, in place of the others. */
  private static final String LENGTH = "--steps";

  private static final Set<String> OTHER_LENGTHS = Set.of("--epochs", "--minutes");

  /** Values of each option given, by its longest name. */
  private final Map<String, List<String>> options;

  /** Where relative paths start from. */
  private final String folder;

  /** Name of the command. */
  private final String command;

  /** For Gson. */
  private record Content(String command, String folder, Map<String, List<String>> options) {
    /** What command it is: there was one only, before its name was kept. */
    String name() {
      return command == null ? "train" : command;
    }
  }

  /** The options of a command line. */
  StoredCommand(ParseResult given) {
    this(
        given.commandSpec().name(), new LinkedHashMap<>(), Path.of("").toAbsolutePath().toString());
    for (OptionSpec option : given.matchedOptions()) {
      options.put(option.longestName(), values(option));
    }
  }

  private StoredCommand(String command, Map<String, List<String>> options, String folder) {
    this.command = command;
    this.options = options;
    this.folder = folder;
  }

  private static List<String> values(OptionSpec option) {
    return option.arity().max() == 0 ? List.of() : List.copyOf(option.originalStringValues());
  }

  /** Writes the command into a run's folder. */
  void write(Path runDirectory) throws IOException {
    byte[] json =
        new Gson().toJson(new Content(command, folder, options)).getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(
        runDirectory.resolve(FILE), true, channel -> channel.write(ByteBuffer.wrap(json)));
  }

  /**
   * Reads the command of a run's folder.
   *
   * @param command that the run must be of
   * @throws IOException if there is none, or it was given in another folder than this process runs
   *     in
   */
  static StoredCommand read(String command, Path runDirectory) throws IOException {
    Path file = runDirectory.resolve(FILE);
    Content content;
    try {
      content = new Gson().fromJson(Files.readString(file), new TypeToken<Content>() {});
    } catch (NoSuchFileException e) {
      throw new IOException(
          "%s: no run to resume there; start it with ner %s --run-dir"
              .formatted(runDirectory, command),
          e);
    } catch (JsonParseException e) {
      throw new IOException(file + ": damaged: " + e.getMessage(), e);
    }
    if (!content.name().equals(command)) {
      throw new IOException(
          "%s: a run of ner %s; resume it with ner %s --resume"
              .formatted(runDirectory, content.name(), content.name()));
    }
    String here = Path.of("").toAbsolutePath().toString();
    if (!content.folder().equals(here)) {
      throw new IOException(
          "%s was started in %s, where its paths begin; resume it from there, not from %s"
              .formatted(runDirectory, content.folder(), here));
    }
    return new StoredCommand(command, content.options(), content.folder());
  }

  /**
   * The arguments of a command that goes on with the run.
   *
   * @param given what was said beside --resume; takes the place of what is stored
   * @throws IllegalArgumentException if something was said that would make another run of it
   */
  String[] with(ParseResult given, Path runDirectory) {
    Map<String, List<String>> all = new LinkedHashMap<>(options);
    for (OptionSpec option : given.matchedOptions()) {
      String name = option.longestName();
      if (!name.equals(RESUME) && !REPLACEABLE.contains(name)) {
        throw new IllegalArgumentException(
            "%s cannot be given with %s, which takes it from the run; start a new run for another"
                .formatted(name, RESUME));
      }
      all.put(name, values(option));
      if (name.equals(LENGTH)) {
        all.keySet().removeAll(OTHER_LENGTHS);
      }
    }
    all.remove(RESUME);
    all.put(RUN_DIRECTORY, List.of(runDirectory.toString()));
    all.put(RESUMED, List.of());
    List<String> arguments = new ArrayList<>(List.of(command));
    all.forEach(
        (name, values) -> {
          if (values.isEmpty()) {
            arguments.add(name);
          }
          for (String value : values) {
            arguments.add(name + "=" + value);
          }
        });
    return arguments.toArray(String[]::new);
  }
}
