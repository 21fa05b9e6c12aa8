package io.github.albertner.standoff;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Names for files of documents: after the file that a document is from, each one once. In order of
 * names, with an extension after them, documents of one file keep their order.
 */
public final class DocumentNames {

  private final Set<String> used = new HashSet<>();
  private String stem = "document";

  /** No name has been given. */
  public DocumentNames() {}

  /**
   * Says where the documents that follow are from.
   *
   * @param source a file
   */
  public void startInput(Path source) {
    String name = source.getFileName().toString();
    int dot = name.lastIndexOf('.');
    stem = dot > 0 ? name.substring(0, dot) : name;
  }

  /**
   * Gives a name.
   *
   * @return one without an extension, not given before, even where case does not count
   */
  public String next() {
    String name = stem;
    for (int number = 2; !used.add(name.toLowerCase(Locale.ROOT)); number++) {
      name = String.format(Locale.ROOT, "%s_%05d", stem, number);
    }
    return name;
  }
}
