package io.github.albertner.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import opennlp.tools.formats.masc.MascDocument;

/** The files of a document of MASC, which lie beside its header. */
final class MascFiles {

  private static final String HEADER = ".hdr";

  private MascFiles() {}

  static MascDocument read(Path header) throws IOException {
    try (InputStream text = beside(header, ".txt");
        InputStream segments = beside(header, "-seg.xml");
        InputStream penn = beside(header, "-penn.xml");
        InputStream sentences = beside(header, "-s.xml");
        InputStream entities = beside(header, "-ne.xml")) {
      return MascDocument.parseDocument(
          header.toString(), text, segments, penn, sentences, entities);
    }
  }

  /** The header and the files that are there beside it; any other file by itself. */
  static List<Path> parts(Path header) {
    return header.toString().endsWith(HEADER)
        ? Stream.of(HEADER, ".txt", "-seg.xml", "-penn.xml", "-s.xml", "-ne.xml")
            .map(end -> sibling(header, end))
            .filter(Files::isRegularFile)
            .toList()
        : List.of(header);
  }

  private static Path sibling(Path header, String end) {
    String name = header.getFileName().toString();
    String stem = name.endsWith(HEADER) ? name.substring(0, name.length() - HEADER.length()) : name;
    return header.resolveSibling(stem + end);
  }

  private static InputStream beside(Path header, String end) throws IOException {
    Path file = sibling(header, end);
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(
          file.toString(),
          null,
          "of MASC's files that belong to " + header + " this one is missing");
    }
    return Files.newInputStream(file);
  }
}
