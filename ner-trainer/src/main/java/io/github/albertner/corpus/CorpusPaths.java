package io.github.albertner.corpus;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files that users mean by files, folders and patterns; see {@link Corpora#files}. */
final class CorpusPaths {

  private static final Pattern MAGIC = Pattern.compile("[*?\\[{]");

  private CorpusPaths() {}

  static List<Path> find(List<Path> paths, CorpusOptions options) throws IOException {
    List<CorpusFormat> formats = formats(options);
    List<Path> files = new ArrayList<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        files.addAll(inFolder(path, formats));
      } else if (!Files.exists(path) && MAGIC.matcher(path.toString()).find()) {
        files.addAll(matching(path));
      } else if (Files.exists(path)) {
        files.add(path);
      } else {
        throw new NoSuchFileException(path.toString(), null, "no such corpus file");
      }
    }
    return principals(files, formats);
  }

  /** All files that these documents are. */
  static List<Path> parts(List<Path> files, CorpusOptions options) {
    List<CorpusFormat> formats = formats(options);
    Set<Path> parts = new LinkedHashSet<>();
    for (Path file : files) {
      formats.forEach(format -> parts.addAll(format.parts(file)));
    }
    return List.copyOf(parts);
  }

  private static List<CorpusFormat> formats(CorpusOptions options) {
    return options.format().equals(CorpusOptions.AUTO)
        ? CorpusFormats.all()
        : List.of(CorpusFormats.named(options.format()));
  }

  /** A file that stands for others is there once; what was named twice stays so. */
  private static List<Path> principals(List<Path> files, List<CorpusFormat> formats) {
    Set<Path> named = new HashSet<>(files);
    Set<Path> standing = new LinkedHashSet<>();
    List<Path> principals = new ArrayList<>();
    for (Path file : files) {
      Path principal = file;
      for (CorpusFormat format : formats) {
        principal = principal.equals(file) ? format.principal(file) : principal;
      }
      if (principal.equals(file) || (!named.contains(principal) && standing.add(principal))) {
        principals.add(principal);
      }
    }
    return principals;
  }

  private static List<Path> inFolder(Path folder, List<CorpusFormat> formats) throws IOException {
    List<String> asked = new ArrayList<>();
    for (CorpusFormat format : formats) {
      List<Path> files = format.inFolder(folder);
      if (!files.isEmpty()) {
        return files;
      }
      asked.add(format.name());
    }
    throw new NoSuchFileException(
        folder.toString(),
        null,
        "expected "
            + (asked.size() == 1 ? asked.get(0) + " files" : "brat's .ann files or CASes")
            + " in it, found a directory without; name the files, also as a pattern such as '"
            + folder.resolve("*.conll")
            + "'");
  }

  private static List<Path> matching(Path pattern) throws IOException {
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
      throw new NoSuchFileException(
          pattern.toString(), null, "no corpus file matches this pattern");
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
