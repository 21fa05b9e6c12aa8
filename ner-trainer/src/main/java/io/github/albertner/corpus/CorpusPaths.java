package io.github.albertner.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The files that users mean by files, folders and patterns; see {@link Corpora#files}. */
final class CorpusPaths {

  private CorpusPaths() {}

  static List<Path> find(List<Path> paths, CorpusOptions options) throws IOException {
    List<CorpusFormat> formats = formats(options);
    List<Path> files = new ArrayList<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        files.addAll(inFolder(path, formats));
      } else if (FilePattern.is(path)) {
        files.addAll(FilePattern.files(path));
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
}
