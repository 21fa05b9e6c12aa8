package io.github.albertner.cli;

import io.github.albertner.corpus.CorpusOptions;
import io.github.albertner.corpus.Misaligned;
import io.github.albertner.corpus.OffsetUnit;
import io.github.albertner.corpus.TokenChoice;
import io.github.albertner.settings.SmallFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** How texts with annotations by offset are read, and tags that are numbers. */
final class TextArguments {
  /** A number, as large as ids of labels are, and its name. */
  private static final Pattern NUMBERED = Pattern.compile("[0-9]{1,6}=[^,]+");

  @Option(
      names = "--misaligned",
      paramLabel = "RULE",
      description =
          "Entities that cut tokens, cross sentences, overlap, are in pieces, empty or without"
              + " label: fail names the first and stops; outermost leaves out those in or across a"
              + " longer one, cuts tokens and joins sentences that the file does not give, and stops"
              + " at others; skip leaves all out; snap moves borders in tokens outwards, fills"
              + " pieces, and leaves out the rest. All are counted. Default: outermost; for tokens"
              + " and sentences that CAS files give, fail.")
  private Misaligned misaligned;

  @Option(
      names = "--tokenized",
      description =
          "Where a text has no sentences and tokens: a line is a sentence, and white space"
              + " separates tokens. Default: they are found as by ner annotate.")
  private boolean tokenized;

  @Option(
      names = "--offsets",
      paramLabel = "UNIT",
      description =
          "What offsets count: code-points (as Python does) or utf16 (as browsers do). Default:"
              + " what the tool does, or what agrees with the texts of entities.")
  private String offsets;

  @Option(
      names = "--tokens",
      paramLabel = "WHOSE",
      description =
          "Which tokens and sentences scores are for: own, as ner annotate finds them, whatever the"
              + " file gives; or gold, those given, and where there are none, own ones cut at the"
              + " borders of gold entities, as for training. Default: own for texts with offsets;"
              + " CAS files and words without text keep theirs.")
  private TokenChoice tokens;

  @Option(
      names = "--tag-names",
      paramLabel = "NAMES",
      description =
          "What tags or labels that are numbers mean: O,B-PER,I-PER from 0 on, 7=PER,9=LOC, or a"
              + " file with one a line. Default: what dataset_info.json beside the data says.")
  private String tagNames;

  /** What to do about entities that are not whole tokens, if it was said. */
  Optional<Misaligned> misaligned() {
    return Optional.ofNullable(misaligned);
  }

  /** Which tokens scores are for, if it was said. */
  Optional<TokenChoice> tokens() {
    return Optional.ofNullable(tokens);
  }

  /**
   * Adds what was said to options.
   *
   * @throws IllegalArgumentException if it cannot be meant
   */
  CorpusOptions addTo(CorpusOptions options) {
    CorpusOptions all = options.withTokenized(tokenized);
    if (misaligned != null) {
      all = all.withMisaligned(misaligned);
    }
    if (offsets != null) {
      all = all.withOffsets(unit(offsets));
    }
    if (tokens != null) {
      all = all.withTokens(tokens);
    }
    return tagNames == null ? all : all.withTagNames(names(tagNames));
  }

  private static OffsetUnit unit(String name) {
    return Arrays.stream(OffsetUnit.values())
        .filter(unit -> unit.toString().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--offsets: expected code-points or utf16, found " + name));
  }

  private static List<String> names(String text) {
    try {
      List<String> names =
          text.contains(",") || NUMBERED.matcher(text).matches()
              ? List.of(text.split(",", -1))
              : SmallFile.read(Path.of(text), "names, one a line")
                  .lines()
                  .filter(line -> !line.isBlank())
                  .toList();
      return byNumber(names.stream().map(String::strip).toList());
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "--tag-names: "
              + (Files.exists(Path.of(text))
                  ? e.getMessage()
                  : "expected names separated by commas, or a file with one a line, found " + text),
          e);
    }
  }

  /** Puts {@code 7=PER} in its place, with empty names before it. */
  private static List<String> byNumber(List<String> names) {
    if (names.isEmpty() || !names.stream().allMatch(name -> NUMBERED.matcher(name).matches())) {
      return names;
    }
    List<String> placed = new ArrayList<>();
    for (String name : names) {
      int equals = name.indexOf('=');
      int number = Integer.parseInt(name.substring(0, equals));
      while (placed.size() <= number) {
        placed.add("");
      }
      placed.set(number, name.substring(equals + 1));
    }
    return placed;
  }
}
