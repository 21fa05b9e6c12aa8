package io.github.albertner.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Files that are no text, or not in UTF-8, told by their first bytes, with what helps. */
public final class ForeignBytes {

  private static final int HEAD = 1 << 20;
  private static final int FIRST = 256;

  /** Signs before which no letter stands in the West; letters in ISO-8859-2 and windows-1250. */
  private static final String CENTRAL = "\u00A3\u00A5\u00A6\u00AC\u00AF\u00B3\u00B9\u00BC\u00BE";

  /** Characters that text in Windows-1252 does not hold, and most other encodings do. */
  private static final String UNUSED = "\u0081\u008D\u008F\u0090\u009D";

  /**
   * A kind of file.
   *
   * @param start its first bytes, each as a character
   * @param what it is
   * @param help what to do; {@code FILE} stands for its name
   */
  private record Kind(String start, String what, String help) {}

  private static final String UNPACK = "unpack it and name the files in it";
  private static final String PANDAS =
      "python -c \"import pandas; pandas.read_%s('FILE').to_json('FILE.jsonl', orient='records',"
          + " lines=True)\" converts it";

  private static final List<Kind> KINDS =
      List.of(
          new Kind("\u001F\u008B", "a gzip file", "gunzip FILE unpacks it"),
          new Kind("PK\u0003\u0004", "a zip archive", UNPACK),
          new Kind("7z\u00BC\u00AF'\u001C", "a 7z archive", UNPACK),
          new Kind("Rar!\u001A\u0007", "a rar archive", UNPACK),
          new Kind("BZh", "a bzip2 file", "bunzip2 FILE unpacks it"),
          new Kind("\u00FD7zXZ\u0000", "an xz file", "unxz FILE unpacks it"),
          new Kind("(\u00B5/\u00FD", "a zstd file", "unzstd FILE unpacks it"),
          new Kind("PAR1", "a parquet file", PANDAS.formatted("parquet")),
          new Kind("ARROW1", "an arrow file", PANDAS.formatted("feather")),
          new Kind(
              "\u00FF\u00FF\u00FF\u00FF",
              "an arrow stream",
              "python -c \"from datasets import Dataset;"
                  + " Dataset.from_file('FILE').to_json('FILE.jsonl')\" converts it"),
          new Kind("%PDF-", "a PDF file", "copy its text into a text file"),
          new Kind("SQLite format 3", "a database of SQLite", "export what is in it as JSON"),
          new Kind(
              "version https://git-lfs.github.com/spec/",
              "a pointer of Git LFS, which stands for a file that was not downloaded",
              "git lfs pull in its repository downloads it"),
          new Kind(
              "\u00FF\u00FE\u0000\u0000",
              "UTF-32, which a byte order mark says",
              "--encoding UTF-32LE on the command line reads it"),
          new Kind(
              "\u00FF\u00FE",
              "UTF-16, which a byte order mark says",
              "--encoding UTF-16LE on the command line reads it"),
          new Kind(
              "\u00FE\u00FF",
              "UTF-16, which a byte order mark says",
              "--encoding UTF-16BE on the command line reads it"));

  private static final List<Kind> PICKLES =
      List.of(2, 3, 4, 5).stream()
          .map(
              version ->
                  new Kind(
                      "\u0080" + (char) (int) version,
                      "a pickle of Python",
                      "load it in Python and write it as JSON"))
          .toList();

  private static final Kind DOC_BIN =
      new Kind(
          "x",
          "spaCy's binary format",
          "python -c \"import json, spacy; from spacy.tokens import DocBin;"
              + " [print(json.dumps(doc.to_json())) for doc in"
              + " DocBin().from_disk('FILE').get_docs(spacy.blank('en').vocab)]\" > FILE.jsonl"
              + " converts it");

  private static final Kind HTML =
      new Kind("<", "an HTML page", "download the file itself; GitHub has it under Raw");

  private ForeignBytes() {}

  /**
   * Refuses what no format can read.
   *
   * @throws CorpusFormatException with what the file is and what to do
   */
  static void check(CorpusFile file) throws IOException {
    Optional<Kind> kind = kind(file.path(), first(file));
    if (kind.isPresent()) {
      throw refusal(file.path(), kind.get(), "text");
    }
  }

  /**
   * Refuses a page that no format has recognised.
   *
   * @throws CorpusFormatException with what to do
   */
  static void checkPage(CorpusFile file) throws IOException {
    String start = first(file).strip().toLowerCase(Locale.ROOT);
    if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
      throw refusal(file.path(), HTML, "text");
    }
  }

  /**
   * Says what a file is that could not be read in a form that has no encoding to choose.
   *
   * @param file the file
   * @param wanted what it should have been
   * @return to be thrown; empty if its first bytes do not tell
   * @throws IOException if it cannot be read
   */
  public static Optional<CorpusFormatException> explain(Path file, String wanted)
      throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return kind(file, first(in))
          .map(
              kind ->
                  refusal(
                      file,
                      kind.help().startsWith("--encoding")
                          ? new Kind("", kind.what(), "save it in UTF-8")
                          : kind,
                      wanted));
    }
  }

  private static String first(CorpusFile file) throws IOException {
    try (InputStream in = file.bytes()) {
      return first(in);
    }
  }

  private static String first(InputStream in) throws IOException {
    return new String(in.readNBytes(FIRST), StandardCharsets.ISO_8859_1);
  }

  private static CorpusFormatException refusal(Path file, Kind kind, String wanted) {
    return new CorpusFormatException(
        file,
        0,
        kind.what(),
        wanted + " (" + kind.help().replace("FILE", file.getFileName().toString()) + ")");
  }

  private static Optional<Kind> kind(Path path, String first) {
    for (List<Kind> kinds : List.of(KINDS, PICKLES)) {
      Optional<Kind> kind = kinds.stream().filter(k -> first.startsWith(k.start())).findFirst();
      if (kind.isPresent()) {
        return kind;
      }
    }
    if (first.startsWith("x\u009C") || (first.startsWith("x") && isNamed(path, ".spacy"))) {
      return Optional.of(DOC_BIN);
    }
    return Optional.ofNullable(
        isHalfEmpty(first, 1) ? wide("LE") : isHalfEmpty(first, 0) ? wide("BE") : null);
  }

  private static boolean isNamed(Path path, String ending) {
    return path.toString().toLowerCase(Locale.ROOT).endsWith(ending);
  }

  private static Kind wide(String order) {
    return new Kind(
        "",
        "what looks like UTF-16 without a byte order mark",
        "--encoding UTF-16" + order + " on the command line reads it");
  }

  /** Whether nearly every second byte from one on is 0, and nearly no other. */
  private static boolean isHalfEmpty(String bytes, int from) {
    int empty = 0;
    int others = 0;
    if (bytes.length() < 4) {
      return false;
    }
    for (int i = 0; i < bytes.length(); i++) {
      if (bytes.charAt(i) == 0) {
        empty += i % 2 == from ? 1 : 0;
        others += i % 2 == from ? 0 : 1;
      }
    }
    return empty * 10 >= bytes.length() * 4 && others * 20 <= bytes.length();
  }

  /** What to say of a file that is not in the encoding it was read in. */
  static String advice(InputStream file) throws IOException {
    byte[] head;
    try (InputStream in = file) {
      head = in.readNBytes(HEAD);
    }
    if (CorpusFile.decodes(head, StandardCharsets.UTF_8)) {
      return "--encoding UTF-8 on the command line reads it";
    }
    String text = new String(head, StandardCharsets.ISO_8859_1);
    boolean windows = false;
    boolean unused = false;
    boolean central = false;
    int high = 0;
    int beside = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      high += c >= 0x80 ? 1 : 0;
      beside += c >= 0x80 && i > 0 && text.charAt(i - 1) >= 0x80 ? 1 : 0;
      windows |= c >= 0x80 && c < 0xA0;
      unused |= UNUSED.indexOf(c) >= 0;
      central |=
          i > 0
              && CENTRAL.indexOf(text.charAt(i - 1)) >= 0
              && (Character.isLetter(c) || CENTRAL.indexOf(c) >= 0);
    }
    // In Western languages letters beyond ASCII are rarely neighbours.
    if (unused || beside * 2 > high) {
      return "--encoding on the command line names another one, such as windows-1251, GB18030 or"
          + " Shift_JIS";
    }
    if (central) {
      return "--encoding on the command line names another one, such as ISO-8859-2 or windows-1250";
    }
    return windows
        ? "it looks like Windows-1252, which --encoding windows-1252 on the command line reads"
        : "--encoding ISO-8859-1 on the command line reads Latin-1 files";
  }
}
