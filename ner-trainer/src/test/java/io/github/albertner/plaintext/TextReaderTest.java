package io.github.albertner.plaintext;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.text.MalformedTextException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class TextReaderTest {

  @TempDir private Path folder;

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    try (OutputStream raw = Files.newOutputStream(file);
        OutputStream out =
            name.endsWith(".gz")
                ? new GZIPOutputStream(raw)
                : name.endsWith(".xz") ? new XZOutputStream(raw, new LZMA2Options(1)) : raw) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  private static List<Paragraph> all(TextReader reader) throws IOException {
    List<Paragraph> all = new ArrayList<>();
    try (reader) {
      for (Paragraph p = reader.read(); p != null; p = reader.read()) {
        all.add(p);
      }
    }
    return all;
  }

  /** Paragraphs with a bar before the first of each document. */
  private static String shown(List<Paragraph> paragraphs) {
    StringBuilder shown = new StringBuilder();
    paragraphs.forEach(p -> shown.append(p.beginsDocument() ? "|" : "/").append(p.text()));
    return shown.toString();
  }

  @Test
  void linesAreParagraphsAndBlankLinesAndFilesEndDocuments() throws IOException {
    Path one = write("one.txt", "\uFEFFa\r\nb\n\n \t\nc\r\n");
    Path two = write("two.txt.gz", "d\ne");
    Path three = write("three.txt.xz", "\n\nf\n");
    TextReader reader = new TextReader(List.of(one, two, three));
    List<Paragraph> all = all(reader);
    assertEquals("|a/b|c|d/e|f", shown(all));
    assertEquals(
        List.of(
            "one.txt:1",
            "one.txt:2",
            "one.txt:5",
            "two.txt.gz:1",
            "two.txt.gz:2",
            "three.txt.xz:3"),
        all.stream().map(p -> p.file().getFileName() + ":" + p.line()).toList());
    assertEquals(6, reader.paragraphs());
    assertEquals(6, reader.characters());
    assertEquals(reader.totalBytes(), reader.bytesRead());
  }

  @Test
  void compressedFilesMayBeSeveralStreamsOneAfterTheOther() throws IOException {
    for (String name : List.of("a.txt.gz", "a.txt.xz")) {
      Path file = write(name, "a\nb");
      byte[] first = Files.readAllBytes(file);
      Files.write(write(name, "c\nd\n"), first, java.nio.file.StandardOpenOption.APPEND);
      assertEquals("|c/d/a/b", shown(all(new TextReader(List.of(file)))), name);
    }
  }

  @Test
  void aLongLineIsReadInPartsOfOneDocument() throws IOException {
    Path file = write("long.txt", "aaa bbb ccc\n12345678😀9\nx        \nend\n");
    assertEquals(
        "|aaa bbb /ccc/12345678/😀9/x        /end",
        shown(all(new TextReader(List.of(file), Optional.empty(), 9))));
  }

  @Test
  void whateverTheLimitNoCharacterIsLost() throws IOException {
    String text = "one two  three\nfour\r\nfive 😀😀😀 six seveneightnineteneleven\n";
    Path file = write("a.txt", text);
    for (int longest = 2; longest < 50; longest++) {
      StringBuilder read = new StringBuilder();
      all(new TextReader(List.of(file), Optional.empty(), longest))
          .forEach(p -> read.append(p.text()));
      assertEquals(text.replaceAll("\\s", ""), read.toString().replaceAll("\\s", ""));
    }
  }

  @Test
  void whatIsNotUtf8IsRefusedWithItsPlace() throws IOException {
    Path file = folder.resolve("latin.txt");
    Files.write(file, "Zürich\n".getBytes(StandardCharsets.ISO_8859_1));
    String message =
        assertThrows(MalformedTextException.class, () -> all(new TextReader(List.of(file))))
            .getMessage();
    assertTrue(
        message.startsWith(file + ": expected UTF-8 text, found the byte 0xFC at offset 1"),
        message);
  }

  @Test
  void withAnEncodingGivenItIsReplacedAndCounted() throws IOException {
    Path file = folder.resolve("latin.txt");
    Files.write(file, "Zürich Köln\n".getBytes(StandardCharsets.ISO_8859_1));
    TextReader lenient = new TextReader(List.of(file), Optional.of(StandardCharsets.UTF_8));
    assertEquals("|Z\uFFFDrich K\uFFFDln", shown(all(lenient)));
    assertEquals(2, lenient.replaced());
    TextReader latin = new TextReader(List.of(file), Optional.of(StandardCharsets.ISO_8859_1));
    assertEquals("|Zürich Köln", shown(all(latin)));
    assertEquals(0, latin.replaced());
  }

  @Test
  void damagedCompressionIsNamed() throws IOException {
    for (String name : List.of("a.txt.gz", "a.txt.xz")) {
      Path file = write(name, "some text\n".repeat(100));
      byte[] whole = Files.readAllBytes(file);
      Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 9));
      String cut =
          assertThrows(MalformedTextException.class, () -> all(new TextReader(List.of(file))))
              .getMessage();
      assertTrue(cut.startsWith(file + ": expected a whole " + name.substring(5)), cut);
      Files.writeString(file, "plain text, long enough for any header");
      String plain =
          assertThrows(MalformedTextException.class, () -> all(new TextReader(List.of(file))))
              .getMessage();
      assertTrue(plain.startsWith(file + ": expected a whole " + name.substring(5)), plain);
    }
  }

  @Test
  void filesAreFoundInFoldersAndByPatterns() throws IOException {
    Path b = write("in/b.txt", "b");
    Path a = write("in/deep/a.txt.xz", "a");
    Path c = write("in/c.txt.gz", "c");
    Path other = write("in/notes.md", "m");
    assertEquals(List.of(b, c, a), TextFiles.find(List.of(folder.resolve("in"))));
    assertEquals(List.of(b), TextFiles.find(List.of(folder.resolve("in/*.txt"))));
    assertEquals(List.of(b, c, a), TextFiles.find(List.of(folder.resolve("**/*.txt*"))));
    assertEquals(List.of(other, b), TextFiles.find(List.of(other, b, other)));
    assertTrue(
        assertThrows(
                NoSuchFileException.class, () -> TextFiles.find(List.of(folder.resolve("no.txt"))))
            .getMessage()
            .endsWith("no.txt: no such text file"));
    assertThrows(
        NoSuchFileException.class, () -> TextFiles.find(List.of(folder.resolve("in/*.html"))));
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertTrue(
        assertThrows(NoSuchFileException.class, () -> TextFiles.find(List.of(empty)))
            .getMessage()
            .contains("expected files ending in .txt, .txt.gz, .txt.xz"));
  }
}
