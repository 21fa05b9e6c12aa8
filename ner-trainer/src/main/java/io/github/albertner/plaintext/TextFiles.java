package io.github.albertner.plaintext;

import io.github.albertner.corpus.FilePattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/** The files that users mean by files, folders and patterns of plain text. */
public final class TextFiles {

  private static final List<String> ENDINGS = List.of(".txt", ".txt.gz", ".txt.xz");

  private TextFiles() {}

  /**
   * Finds files.
   *
   * @param paths files of any name; folders, which stand for all {@code .txt}, {@code .txt.gz} and
   *     {@code .txt.xz} in them and in folders below, sorted; patterns, as {@link FilePattern} has
   *     them
   * @return the files, each once, at least one
   * @throws NoSuchFileException if a path stands for no file
   * @throws IOException if folders cannot be read
   */
  public static List<Path> find(List<Path> paths) throws IOException {
    LinkedHashSet<Path> files = new LinkedHashSet<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        files.addAll(inFolder(path));
      } else if (FilePattern.is(path)) {
        files.addAll(FilePattern.files(path));
      } else if (Files.exists(path)) {
        files.add(path);
      } else {
        throw new NoSuchFileException(path.toString(), null, "no such text file");
      }
    }
    return new ArrayList<>(files);
  }

  private static List<Path> inFolder(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(folder)) {
      files = found.filter(TextFiles::isText).filter(Files::isRegularFile).sorted().toList();
    }
    if (files.isEmpty()) {
      throw new NoSuchFileException(
          folder.toString(),
          null,
          "expected files ending in %s in it, found none; name the files, also as a pattern"
              .formatted(String.join(", ", ENDINGS)));
    }
    return files;
  }

  private static boolean isText(Path file) {
    return ENDINGS.stream().anyMatch(file.toString()::endsWith);
  }
}
