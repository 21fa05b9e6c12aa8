package io.github.albertner.dependency;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What decides which natives a process gets.
 *
 * @param platform as the classifiers of PyTorch's jars name it, such as {@code linux-x86_64}
 * @param musl whether the process runs on musl in place of glibc
 * @param cache the folder that natives are unpacked to
 * @param ownLibtorch the folder of PYTORCH_LIBRARY_PATH that has a libtorch; DJL passes over others
 * @param setting the value of an environment variable or system property
 * @param natives the jars with PyTorch's natives on the class path
 * @param placeOf the jar that a class comes from, by the class's name; empty if there is none
 */
record Surroundings(
    String platform,
    boolean musl,
    Path cache,
    Optional<Path> ownLibtorch,
    Function<String, Optional<String>> setting,
    List<String> natives,
    Function<String, Optional<String>> placeOf) {

  private static final String NATIVES = "native/lib/pytorch.properties";
  private static final Pattern PYTHON_VERSION =
      Pattern.compile("(?m)^__version__\\s*=\\s*['\"]([^'\"]+)");

  /**
   * Looks around.
   *
   * @param loader that DJL looks for natives with
   */
  static Surroundings look(ClassLoader loader) {
    return new Surroundings(
        platform(System.getProperty("os.name"), System.getProperty("os.arch")),
        isMusl(),
        cacheFolder(),
        setting("PYTORCH_LIBRARY_PATH").flatMap(Surroundings::withLibtorch),
        Surroundings::setting,
        natives(loader),
        type -> placeOf(type, loader));
  }

  /** As DJL names it. */
  static String platform(String system, String processor) {
    String os =
        system.startsWith("Win")
            ? "win"
            : system.startsWith("Mac") ? "osx" : system.toLowerCase(Locale.ROOT).replace(' ', '-');
    return os + "-" + (processor.equals("amd64") ? "x86_64" : processor);
  }

  /** What the process has in memory says it; a system may have both. */
  static boolean isMusl() {
    try (Stream<String> maps =
        Files.lines(Path.of("/proc/self/maps"), StandardCharsets.ISO_8859_1)) {
      return namesMusl(maps);
    } catch (IOException | UncheckedIOException e) {
      return false; // no Linux
    }
  }

  static boolean namesMusl(Stream<String> maps) {
    return maps.anyMatch(line -> line.contains("/ld-musl-") || line.contains("/libc.musl-"));
  }

  /** Where DJL unpacks to, by its rules. */
  private static Path cacheFolder() {
    return Path.of(
        setting("ENGINE_CACHE_DIR")
            .or(() -> setting("DJL_CACHE_DIR"))
            .orElseGet(
                () -> {
                  String home = System.getProperty("user.home");
                  return (Files.isWritable(Path.of(home))
                          ? home
                          : System.getProperty("java.io.tmpdir"))
                      + "/.djl.ai";
                }),
        "pytorch");
  }

  /** By DJL's rules. */
  static Optional<Path> withLibtorch(String folders) {
    String name = System.mapLibraryName("torch");
    return Arrays.stream(folders.split(Pattern.quote(File.pathSeparator)))
        .map(Path::of)
        .map(path -> path.endsWith(name) ? path.toAbsolutePath().getParent() : path)
        .filter(folder -> Files.isRegularFile(folder.resolve(name)))
        .findFirst();
  }

  /**
   * Returns the version of a libtorch as the archives of pytorch.org and the Python package tell
   * it, beside the folder of the libraries.
   */
  static Optional<String> versionOf(Path libtorch) {
    Path parent = libtorch.toAbsolutePath().getParent();
    if (parent == null) {
      return Optional.empty();
    }
    return read(parent.resolve("build-version"))
        .map(String::strip)
        .or(
            () ->
                read(parent.resolve("version.py"))
                    .map(PYTHON_VERSION::matcher)
                    .filter(Matcher::find)
                    .map(version -> version.group(1)));
  }

  private static Optional<String> read(Path file) {
    try {
      return Optional.of(Files.readString(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> setting(String name) {
    String variable = System.getenv(name);
    return Optional.ofNullable(variable == null ? System.getProperty(name) : variable)
        .filter(value -> !value.isEmpty());
  }

  private static List<String> natives(ClassLoader loader) {
    try {
      return Collections.list(loader.getResources(NATIVES)).stream()
          .map(Surroundings::jarOf)
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static String jarOf(URL entry) {
    String text = entry.toString();
    int end = text.indexOf("!/");
    return end < 0 ? text : text.substring(text.startsWith("jar:file:") ? 9 : 0, end);
  }

  private static Optional<String> placeOf(String type, ClassLoader loader) {
    try {
      CodeSource source = Class.forName(type, false, loader).getProtectionDomain().getCodeSource();
      return Optional.of(source == null ? "the JVM" : source.getLocation().getPath());
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.empty();
    }
  }
}
