package io.github.albertner.cli;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Commands as a shell takes them. */
final class CommandText {
  private static final Pattern PLAIN = Pattern.compile("[\\w./:=,@%+-]+");

  private CommandText() {}

  /** Returns {@code ner} with arguments. */
  static String of(List<String> arguments) {
    return "ner " + arguments.stream().map(CommandText::quote).collect(Collectors.joining(" "));
  }

  /**
   * Returns options as they were given.
   *
   * @param names of those to return
   */
  static String options(ParseResult given, Set<String> names) {
    return given.matchedOptions().stream()
        .filter(option -> names.contains(option.longestName()))
        .map(CommandText::text)
        .collect(Collectors.joining(" "));
  }

  private static String text(OptionSpec option) {
    return option.arity().max() == 0
        ? option.longestName()
        : option.longestName()
            + " "
            + option.originalStringValues().stream()
                .map(CommandText::quote)
                .collect(Collectors.joining(" "));
  }

  /** Returns an argument as a shell takes it for one. */
  static String quote(String argument) {
    return PLAIN.matcher(argument).matches()
        ? argument
        : "'" + argument.replace("'", "'\\''") + "'";
  }
}
