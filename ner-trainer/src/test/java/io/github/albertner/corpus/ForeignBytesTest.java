package io.github.albertner.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are no text in UTF-8: what they are is said, and what to do. */
class ForeignBytesTest {

  @TempDir private Path folder;

  private CorpusFormatException refusal(Path file, String format) {
    return assertThrows(
        CorpusFormatException.class,
        () -> Corpora.read(List.of(file), CorpusOptions.DEFAULTS.withFormat(format)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.gz      | \\x1f\\x8b\\x08             | a gzip file            | gunzip a.gz",
        "a.conll   | PK\\x03\\x04                | a zip archive          | unpack it",
        "a.7z      | 7z\\xbc\\xaf\\x27\\x1c      | a 7z archive           | unpack it",
        "a.bz2     | BZh9                        | a bzip2 file           | bunzip2 a.bz2",
        "a.parquet | PAR1                        | a parquet file         | read_parquet('a.parquet')",
        "a.spacy   | x\\x9c\\x01                 | spaCy's binary format  | from_disk('a.spacy')",
        "a.pdf     | %PDF-1.7                    | a PDF file             | copy its text",
        "a.jsonl   | version https://git-lfs.github.com/spec/v1 | a pointer of Git LFS | git lfs pull",
        "a.html    | <!DOCTYPE html>             | an HTML page           | Raw",
        "a.txt     | \\xff\\xfeA\\x00            | UTF-16                 | --encoding UTF-16LE",
        "a.txt     | \\xfe\\xff\\x00A            | UTF-16                 | --encoding UTF-16BE",
        "a.txt     | A\\x00d\\x00a\\x00          | UTF-16                 | --encoding UTF-16LE",
        "a.txt     | \\x00A\\x00d\\x00a          | UTF-16                 | --encoding UTF-16BE"
      })
  void isNamedByItsFirstBytes(String name, String start, String what, String help)
      throws IOException {
    Path file = folder.resolve(name);
    Files.write(file, bytes(start));
    // Name samples may be HTML.
    List<String> others = start.startsWith("<") ? List.of() : List.of("conll", "spacy");
    for (String format : Stream.concat(Stream.of("auto"), others.stream()).toList()) {
      CorpusFormatException refusal = refusal(file, format);
      assertTrue(refusal.found().contains(what), refusal.getMessage());
      assertTrue(refusal.expected().contains(help), refusal.getMessage());
    }
  }

  /** The bytes of a text in which {@code \x1f} stands for one. */
  private static byte[] bytes(String text) {
    StringBuilder bytes = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (text.startsWith("\\x", i)) {
        bytes.append((char) Integer.parseInt(text.substring(i + 2, i + 4), 16));
        i += 3;
      } else {
        bytes.append(text.charAt(i));
      }
    }
    return bytes.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static final String WESTERN = "Zo\u00eb\tB-PER\n\u201e\tO\nK\u00f6ln\tB-LOC\n";

  @ParameterizedTest
  @CsvSource({
    "windows-1252, --encoding windows-1252",
    "windows-1251, such as windows-1251",
    "ISO-8859-2, such as ISO-8859-2",
    "windows-1250, or windows-1250",
    "Shift_JIS, Shift_JIS",
    "GB18030, GB18030"
  })
  void anotherEncodingIsGuessedFromAllOfTheFile(String encoding, String advice) throws IOException {
    Charset charset = Charset.forName(encoding);
    String text =
        switch (encoding) {
          case "windows-1252" -> WESTERN;
          case "ISO-8859-2", "windows-1250" -> "\u0141\u00f3d\u017a\tB-LOC\ntrwa\tO\n";
          case "windows-1251" -> "\u0410\u0434\u0430\tB-PER\n\u0431\u044b\u043b\u0430\tO\n";
          default -> "\u6771\u4eac\tB-LOC\n\u5927\u5b66\tI-LOC\n";
        };
    Path file = Files.write(folder.resolve("a.conll"), text.getBytes(charset));
    CorpusFormatException refusal = refusal(file, "auto");
    assertTrue(refusal.expected().contains(advice), refusal.getMessage());
    assertEquals(text.contains("\u201e") ? 3 : 2, read(file, charset).words().size());
  }

  @Test
  void latin1IsAdvisedWhereNothingSaysWindows() throws IOException {
    Path file = folder.resolve("a.conll");
    Files.write(file, "Zo\u00eb\tB-PER\n".getBytes(StandardCharsets.ISO_8859_1));
    assertTrue(refusal(file, "auto").expected().contains("--encoding ISO-8859-1"));
  }

  @Test
  void utf8IsAdvisedWhereAnotherEncodingWasNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("a.conll"), WESTERN);
    CorpusFormatException refusal =
        assertThrows(CorpusFormatException.class, () -> read(file, StandardCharsets.US_ASCII));
    assertTrue(refusal.expected().contains("--encoding UTF-8"), refusal.getMessage());
  }

  @ParameterizedTest
  @CsvSource({"UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32"})
  void utf16IsReadInColumnsTextsAndJson(String encoding) throws IOException {
    Charset charset = Charset.forName(encoding);
    Path columns = Files.write(folder.resolve("a.conll"), ("\uFEFF" + WESTERN).getBytes(charset));
    assertEquals(List.of("Zo\u00eb", "\u201e", "K\u00f6ln"), read(columns, charset).words());
    Path json = folder.resolve("a.jsonl");
    Files.write(
        json, "{\"text\": \"Zo\u00eb\", \"entities\": [[0, 3, \"PER\"]]}\n".getBytes(charset));
    assertEquals(List.of("Zo\u00eb"), read(json, charset).words());
    Files.write(folder.resolve("b.txt"), "Zo\u00eb left".getBytes(charset));
    Path brat = Files.write(folder.resolve("b.ann"), "T1\tPER 0 3\tZo\u00eb\n".getBytes(charset));
    assertEquals(1, read(brat, charset).entities().size());
  }

  private static Sentence read(Path file, Charset charset) throws IOException {
    return Corpora.read(List.of(file), CorpusOptions.DEFAULTS.withEncoding(charset))
        .sentences()
        .get(0);
  }

  @Test
  void anEmptyFileIsNothingElse() throws IOException {
    Path file = Files.createFile(folder.resolve("a.conll"));
    assertEquals("none", refusal(file, "auto").found());
  }
}
