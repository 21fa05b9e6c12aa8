package io.github.albertner.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What kind of machine this is: never its name, nor its user's. */
public final class Machine {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
  private static final Path MEMORY = Path.of("/proc/meminfo");

  private static final Pattern MODEL = Pattern.compile("(?m)^model name\\s*:\\s*(.+?)\\s*$");
  private static final Pattern TOTAL = Pattern.compile("(?m)^MemTotal:\\s*(\\d+) kB");
  private static final double KIB_IN_GIB = 1 << 20;

  private Machine() {}

  /**
   * Returns the number of processors that this process may use, and on Linux the processor's name
   * and the memory.
   */
  public static Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
    text(PROCESSORS).flatMap(Machine::processor).ifPresent(name -> facts.put("processor", name));
    text(MEMORY).flatMap(Machine::memory).ifPresent(size -> facts.put("memory", size));
    return facts;
  }

  static Optional<String> processor(String cpuinfo) {
    Matcher model = MODEL.matcher(cpuinfo);
    return model.find() ? Optional.of(model.group(1)) : Optional.empty();
  }

  static Optional<String> memory(String meminfo) {
    Matcher total = TOTAL.matcher(meminfo);
    return total.find()
        ? Optional.of(Figures.decimals(Long.parseLong(total.group(1)) / KIB_IN_GIB, 0) + " GiB")
        : Optional.empty();
  }

  /** Where the system tells nothing of itself, nothing is said. */
  private static Optional<String> text(Path file) {
    try {
      return Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
