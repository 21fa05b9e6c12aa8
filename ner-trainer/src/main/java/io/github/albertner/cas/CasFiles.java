package io.github.albertner.cas;

import io.github.albertner.corpus.Corpora;
import io.github.albertner.corpus.CorpusOptions;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** CAS files by name. */
public final class CasFiles {

  private static final Set<String> UNMISTAKABLE = Set.of("xmi", "xcas", "bcas", "scas");
  private static final Set<String> SERIALIZED = Set.of("scas", "ser");
  private static final Set<String> AMBIGUOUS = Set.of("bin", "ser");
  private static final List<String> TYPE_SYSTEMS = List.of("TypeSystem.xml", "typesystem.xml");

  private CasFiles() {}

  /**
   * Finds the files that some paths mean: a folder is its CAS files (by extension, those in folders
   * below left out; those that end with .bin or .ser only where there are no others), a name with
   * {@code *} or {@code ?} that is no file is a pattern.
   *
   * @param paths files, folders or patterns
   * @return files in the order of the paths, those of a folder or pattern by name
   * @throws java.nio.file.NoSuchFileException if a path is nothing, or means no file
   * @throws IOException if a folder cannot be read
   */
  public static List<Path> find(List<Path> paths) throws IOException {
    return Corpora.files(paths, CorpusOptions.DEFAULTS.withFormat(CasCorpus.FORMAT));
  }

  /**
   * Whether a path is a CAS file by its name, or a folder with such files.
   *
   * @param path file or folder
   * @return false where the name leaves it open
   */
  public static boolean areCases(Path path) {
    if (!Files.isDirectory(path)) {
      return UNMISTAKABLE.contains(extension(path));
    }
    try {
      return list(path, "*").stream().anyMatch(file -> UNMISTAKABLE.contains(extension(file)));
    } catch (IOException e) {
      return false;
    }
  }

  /** Model packages end with .bin, too; so that is a CAS only where nothing else is. */
  static List<Path> inFolder(Path folder) throws IOException {
    List<Path> all = list(folder, "*");
    List<Path> sure = all.stream().filter(f -> UNMISTAKABLE.contains(extension(f))).toList();
    return sure.isEmpty()
        ? all.stream().filter(f -> AMBIGUOUS.contains(extension(f))).toList()
        : sure;
  }

  private static List<Path> list(Path folder, String glob) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, glob)) {
      found.forEach(files::add);
    }
    files.removeIf(file -> !Files.isRegularFile(file));
    files.sort(null);
    return files;
  }

  private static String extension(Path file) {
    String name = file.getFileName().toString();
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /** Whether a file's name says that it is a serialized CAS, which is made of Java objects. */
  static boolean isNamedSerialized(Path file) {
    return SERIALIZED.contains(extension(file));
  }

  /** The type system descriptor that lies beside a file. */
  static Optional<Path> typeSystemBeside(Path file) {
    return TYPE_SYSTEMS.stream().map(file::resolveSibling).filter(Files::isRegularFile).findFirst();
  }
}
