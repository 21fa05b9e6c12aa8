package io.github.albertner.network;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the processor can do.
 *
 * @param x86 whether it is a 64-bit x86
 * @param flags names of its instruction sets as Linux lists them; none where unknown
 */
record Processor(boolean x86, Set<String> flags) {
  private static final Path CPUINFO = Path.of("/proc/cpuinfo");
  private static final Processor CURRENT = read();

  /** Returns this machine's. */
  static Processor current() {
    return CURRENT;
  }

  /**
   * Returns whether it multiplies bfloat16 by instructions of its own; without them bf16 is slower
   * than f32. False where that cannot be found out.
   */
  boolean multipliesBf16() {
    return x86 && (flags.contains("avx512_bf16") || flags.contains("amx_bf16"));
  }

  /** The first processor of a file like Linux's {@code /proc/cpuinfo}. */
  static Processor of(String arch, String cpuinfo) {
    String name = arch.toLowerCase(Locale.ROOT);
    Set<String> flags =
        cpuinfo
            .lines()
            .filter(line -> line.startsWith("flags"))
            .limit(1)
            .flatMap(line -> Arrays.stream(line.substring(line.indexOf(':') + 1).split("\\s+")))
            .collect(Collectors.toSet());
    return new Processor(name.equals("amd64") || name.equals("x86_64"), flags);
  }

  private static Processor read() {
    String cpuinfo = "";
    try {
      if (Files.isReadable(CPUINFO)) {
        cpuinfo = Files.readString(CPUINFO, StandardCharsets.ISO_8859_1);
      }
    } catch (IOException e) {
      cpuinfo = "";
    }
    return of(System.getProperty("os.arch"), cpuinfo);
  }
}
