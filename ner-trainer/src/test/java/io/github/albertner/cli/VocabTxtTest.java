package io.github.albertner.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models whose folders have vocab.txt and no other vocabulary, as the Chinese ALBERTs. */
class VocabTxtTest {
  private static final List<String> PEOPLE = List.of("王小明", "李娜", "陈伟", "吴京", "张华");
  private static final List<String> PLACES = List.of("北京", "上海", "深圳", "广州", "西安");

  @TempDir private Path folder;

  private static String tagged(String text, String type) {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      String tag = type.isEmpty() ? "O" : (i == 0 ? "B-" : "I-") + type;
      rows.append(text.charAt(i)).append('\t').append(tag).append('\n');
    }
    return rows.toString();
  }

  @Test
  void aModelIsTrainedExportedAndImportedWithIt() throws IOException {
    String corpus =
        PEOPLE.stream()
            .flatMap(
                person ->
                    PLACES.stream()
                        .map(
                            place ->
                                tagged("昨天", "")
                                    + tagged(person, "PER")
                                    + tagged("去了", "")
                                    + tagged(place, "LOC")
                                    + tagged("。", "")))
            .collect(Collectors.joining("\n"));
    String characters =
        corpus
            .codePoints()
            .filter(c -> c > 0x2000)
            .distinct()
            .mapToObj(Character::toString)
            .collect(Collectors.joining("\n"));
    Path vocabulary = Files.createDirectories(folder.resolve("vocabulary")).resolve("vocab.txt");
    Files.writeString(vocabulary, "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\n" + characters + "\n");
    Path data = Files.writeString(folder.resolve("train.conll"), corpus);
    Path model = folder.resolve("model.bin");
    CommandRun.train(
            data,
            model,
            "--vocabulary",
            vocabulary.getParent(),
            "--dev",
            data,
            "--epochs",
            20,
            "--batch-size",
            5,
            "--learning-rate",
            "2e-3")
        .exits(0);
    Path text = Files.writeString(folder.resolve("a.txt"), "昨天李娜去了深圳。");
    String found = annotated(model, text);
    assertTrue(found.contains("李娜") && found.contains("深圳"), found);

    Path exported = folder.resolve("exported");
    CommandRun.of("export", "--model", model, "--output", exported).exits(0);
    try (Stream<Path> files = Files.list(exported)) {
      for (Path file : files.filter(f -> f.getFileName().toString().startsWith("tok")).toList()) {
        Files.delete(file);
      }
    }
    Files.copy(vocabulary, exported.resolve("vocab.txt"));
    Path imported = folder.resolve("imported.bin");
    CommandRun.of("import", "--checkpoint", exported, "--output", imported).exits(0);
    assertEquals(found, annotated(imported, text));
  }

  private String annotated(Path model, Path text) throws IOException {
    Path output = folder.resolve("found.txt");
    CommandRun.of(
            "annotate",
            "--model",
            model,
            "--language",
            "zh",
            "--precision",
            "f32",
            text,
            "--output",
            output,
            "--force")
        .exits(0);
    return Files.readString(output);
  }
}
