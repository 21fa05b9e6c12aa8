package io.github.albertner.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files that users mean by files, folders and patterns; see {@link Corpora#files}. */
final class CorpusPaths {

  /**
   * A file.
   *
   * @param path as it was given or found
   * @param format the one that found it in a folder; empty if it was named or matches a pattern
   */
  record Found(Path path, Optional<CorpusFormat> format) {

    private static Stream<Found> named(Stream<Path> paths) {
      return paths.map(path -> new Found(path, Optional.empty()));
    }
  }

  private CorpusPaths() {}

  static List<Found> find(List<Path> paths, CorpusOptions options) throws IOException {
    List<CorpusFormat> formats = formats(options);
    List<Found> files = new ArrayList<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        files.addAll(inFolder(path, formats));
      } else if (FilePattern.is(path)) {
        Found.named(FilePattern.files(path).stream()).forEach(files::add);
      } else if (Files.exists(path)) {
        Found.named(Stream.of(path)).forEach(files::add);
      } else {
        throw new NoSuchFileException(path.toString(), null, "no such corpus file");
      }
    }
    return principals(files, formats);
  }

  /** All files that these documents are. */
  static List<Path> parts(List<Found> files, CorpusOptions options) {
    List<CorpusFormat> formats = formats(options);
    Set<Path> parts = new LinkedHashSet<>();
    for (Found file : files) {
      formats.forEach(format -> parts.addAll(format.parts(file.path())));
    }
    return List.copyOf(parts);
  }

  private static List<CorpusFormat> formats(CorpusOptions options) {
    return options.format().equals(CorpusOptions.AUTO)
        ? CorpusFormats.all()
        : List.of(CorpusFormats.named(options.format()));
  }

  /** A file that stands for others is there once; what was named twice stays so. */
  private static List<Found> principals(List<Found> files, List<CorpusFormat> formats) {
    Set<Path> named = files.stream().map(Found::path).collect(Collectors.toSet());
    Set<Path> standing = new LinkedHashSet<>();
    List<Found> principals = new ArrayList<>();
    for (Found found : files) {
      Path file = found.path();
      Path principal = file;
      for (CorpusFormat format : formats) {
        principal = principal.equals(file) ? format.principal(file) : principal;
      }
      if (principal.equals(file) || (!named.contains(principal) && standing.add(principal))) {
        principals.add(new Found(principal, found.format()));
      }
    }
    return principals;
  }

  private static List<Found> inFolder(Path folder, List<CorpusFormat> formats) throws IOException {
    List<String> asked = new ArrayList<>();
    for (CorpusFormat format : formats) {
      List<Path> files = format.inFolder(folder);
      if (!files.isEmpty()) {
        return files.stream().map(file -> new Found(file, Optional.of(format))).toList();
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
}
