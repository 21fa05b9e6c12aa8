package io.github.albertner.corpus;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Patterns of paths, for what a shell leaves as it stands: in quotes, in settings, on other
 * systems.
 */
public final class FilePattern {

  private static final Pattern MAGIC = Pattern.compile("[*?\\[{]");

  private FilePattern() {}

  /**
   * Whether a path stands for others.
   *
   * @param path as the user gave it
   * @return true if it has {@code *}, {@code ?}, <code>[</code> or <code>{</code> and is no file
   */
  public static boolean is(Path path) {
    return !Files.exists(path) && MAGIC.matcher(path.toString()).find();
  }

  /**
   * The files that a pattern stands for.
   *
   * @param pattern a {@code glob} of {@link java.nio.file.FileSystem#getPathMatcher}, in which
   *     <code>**</code> stands for no folder, too
   * @return regular files in the order of their names, at least one
   * @throws NoSuchFileException if there is none
   * @throws IOException if folders cannot be read
   */
  public static List<Path> files(Path pattern) throws IOException {
    // The folder above the first part that is a pattern is where to look.
    Path base = pattern;
    while (base != null && MAGIC.matcher(base.toString()).find()) {
      base = base.getParent();
    }
    Path root = base == null ? Path.of("") : base;
    String glob = "glob:" + pattern.normalize();
    List<PathMatcher> matchers = new ArrayList<>();
    matchers.add(FileSystems.getDefault().getPathMatcher(glob));
    if (glob.contains("**/")) {
      matchers.add(FileSystems.getDefault().getPathMatcher(glob.replace("**/", "")));
    }
    List<Path> files = List.of();
    if (Files.isDirectory(root)) {
      try (Stream<Path> found = Files.walk(root, depth(pattern, base))) {
        files =
            found
                .filter(file -> matchers.stream().anyMatch(m -> m.matches(file.normalize())))
                .filter(Files::isRegularFile)
                .sorted()
                .toList();
      }
    }
    if (files.isEmpty()) {
      throw new NoSuchFileException(pattern.toString(), null, "no file matches this pattern");
    }
    return files;
  }

  /** No deeper than the pattern reaches. */
  private static int depth(Path pattern, Path base) {
    return pattern.toString().contains("**")
        ? Integer.MAX_VALUE
        : pattern.getNameCount() - (base == null ? 0 : base.getNameCount());
  }
}
