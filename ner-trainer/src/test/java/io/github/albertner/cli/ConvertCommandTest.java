package io.github.albertner.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.albertner.corpus.Corpora;
import io.github.albertner.corpus.CorpusFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A corpus in one format becomes one in another; what is lost is said. */
class ConvertCommandTest {
  private static final String ROWS =
      "Ada\tB-PER\nleft\tO\n.\tO\n\n-DOCSTART-\tO\n\nNew\tB-LOC\nYork\tI-LOC\n\n";

  @TempDir private Path folder;

  private Path write(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    return Files.writeString(folder.resolve(name), text);
  }

  private CommandRun convert(Object data, String to, String output, Object... more) {
    return CommandRun.of(
        Stream.concat(
                Stream.of(
                    "convert", "--data", data, "--to", to, "--output", folder.resolve(output)),
                Stream.of(more))
            .toArray());
  }

  private List<String> left() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** Through every format that is written and back: nothing is lost that it can hold. */
  @Test
  void thereAndBackThroughAllFormats() throws IOException {
    Path rows = write("a.conll", ROWS);
    for (String format : Corpora.formats().keySet()) {
      if (Corpora.format(format).output() != CorpusFormat.Output.NONE) {
        convert(rows, format, "there-" + format).exits(0);
        convert(
                folder.resolve("there-" + format),
                "conll",
                "back-" + format,
                "--format",
                format,
                "--tokenized")
            .exits(0);
        assertEquals(ROWS, Files.readString(folder.resolve("back-" + format)), format);
      } else {
        convert(rows, format, "there-" + format)
            .exits(2)
            .says(format + " is a format that is read, not written");
      }
    }
  }

  @Test
  void textsAreKept() throws IOException {
    write("brat/a.txt", "Ada  left;\nBob\tstayed.\n");
    write("brat/a.ann", "T1\tPER 0 3\tAda\nT2\tPER 11 14\tBob\n");
    convert(folder.resolve("brat"), "spacy", "a.jsonl").exits(0);
    convert(folder.resolve("a.jsonl"), "brat", "again")
        .exits(0)
        .says("not kept: where words and sentences begin");
    for (String name : List.of("a.txt", "a.ann")) {
      assertEquals(
          Files.readString(folder.resolve("brat").resolve(name)),
          Files.readString(folder.resolve("again").resolve(name)),
          name);
    }
    convert(folder.resolve("brat"), "conll", "a.conll")
        .exits(0)
        .says("not kept: the text between words, of 1 sentences; conll holds words only");
  }

  @Test
  void patternsMapsAndSchemes() throws IOException {
    write("in/b.conll", "Rome\tB-LOC\n");
    write("in/deep/a.conll", ROWS);
    convert(
            folder.resolve("in/**/*.conll"),
            "conll",
            "all.conll",
            "--map",
            "PER=person,LOC=",
            "--to-scheme",
            "BIOES")
        .exits(0)
        .says(
            "read " + folder.resolve("in/b.conll"),
            "wrote " + folder.resolve("all.conll") + ": conll, 3 sentences");
    assertEquals(
        "Rome\tO\n\n-DOCSTART-\tO\n\nAda\tS-person\nleft\tO\n.\tO\n\n-DOCSTART-\tO\n\nNew\tO\nYork\tO\n\n",
        Files.readString(folder.resolve("all.conll")));
    convert(folder.resolve("in/*.tsv"), "conll", "none.conll")
        .exits(1)
        .says("*.tsv: no file matches this pattern");
    convert(folder.resolve("in/b.conll"), "conll", "none.conll", "--map", "LOV=x")
        .exits(2)
        .says("label map entry LOV=x", "did you mean LOC");
    assertFalse(left().contains("none.conll"), left().toString());
  }

  @Test
  void aSentenceARecord() throws IOException {
    convert(write("a.conll", ROWS), "doccano", "a.jsonl", "--unit", "sentence").exits(0);
    List<String> records = Files.readAllLines(folder.resolve("a.jsonl"));
    assertEquals(2, records.size());
    assertEquals(
        "{\"text\":\"Ada left .\",\"label\":[[0,3,\"PER\"]],\"document_id\":\"1\"",
        records.get(0).substring(0, records.get(0).indexOf(",\"tokens\"")));
  }

  @Test
  void whatCannotBeHeldEndsItAndLeavesNothing() throws IOException {
    Path rows = write("a.conll", "Ada\tO\n\nNew York\tB-LOC\n");
    convert(rows, "opennlp", "a.train")
        .exits(1)
        .says(
            "a.conll: cannot be written as opennlp: word 1 of sentence 2, 'New York', holds white space");
    assertEquals(List.of("a.conll"), left());
    write("b.train", "old");
    convert(rows, "hf-jsonl", "b.train")
        .exits(1)
        .says("b.train: exists already; --force replaces it");
    convert(rows, "hf-jsonl", "b.train", "--force").exits(0);
    assertEquals(
        "{\"id\":\"0\",\"document_id\":\"1\",\"tokens\":[\"Ada\"],\"ner_tags\":[\"O\"]}",
        Files.readAllLines(folder.resolve("b.train")).get(0));
  }

  @Test
  void formatsAreListedAndNearNamesOffered() throws IOException {
    CommandRun.of("convert", "--list-formats")
        .exits(0)
        .prints("conll ", "labelstudio  both", "masc         read");
    convert(write("a.conll", ROWS), "spcy", "x")
        .exits(2)
        .says("unknown corpus format 'spcy' (did you mean spacy?)");
  }

  @Test
  void numbersAreNamedAndOtherEncodingsRead() throws IOException {
    Path numbers = write("n.jsonl", "{\"text\": \"Ada left\", \"label\": [[0, 3, 7], [4, 8, 12]]}");
    convert(numbers, "conll", "n.conll").exits(1).says("--tag-names 7=PER", "the number 7");
    convert(numbers, "conll", "n.conll", "--tag-names", "7=PER,12=X").exits(0);
    assertEquals(
        List.of("Ada\tB-PER", "left\tB-X", ""), Files.readAllLines(folder.resolve("n.conll")));
    Path names = folder.resolve("names.txt");
    Files.writeString(names, "\uFEFF7=PER\n12=X\n");
    convert(numbers, "conll", "m.conll", "--tag-names", names.toString()).exits(0);
    Files.write(names, "7=PER\n12=X\n".getBytes(StandardCharsets.UTF_16LE));
    convert(numbers, "conll", "o.conll", "--tag-names", names.toString())
        .exits(2)
        .says("names.txt: expected names, one a line in UTF-8, found bytes that are 0");
    Path wide = folder.resolve("w.conll");
    Files.write(wide, "\uFEFFZo\u00eb\tB-PER\n".getBytes(StandardCharsets.UTF_16LE));
    convert(wide, "spacy", "w.jsonl").exits(1).says("--encoding UTF-16LE");
    convert(wide, "spacy", "w.jsonl", "--encoding", "UTF-16LE").exits(0);
  }
}
