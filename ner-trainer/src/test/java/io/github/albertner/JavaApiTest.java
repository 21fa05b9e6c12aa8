package io.github.albertner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.corpus.Corpora;
import io.github.albertner.corpus.CorpusWriter;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.train.Toy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles and runs the example of docs/java-api.md. */
class JavaApiTest {
  private static final Pattern EXAMPLE =
      Pattern.compile("`TrainAndJudge.java`:\n\n```java\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path folder;

  @Test
  void theExampleOfTheGuideInspectsTrainsAndJudges() throws Exception {
    compile(Files.writeString(folder.resolve("TrainAndJudge.java"), example()));
    Path train = write(folder.resolve("train.conll"), Toy.sentences(120, 1));
    Path test = write(folder.resolve("test.conll"), Toy.sentences(30, 2));
    List<String> printed =
        run(train.toString(), test.toString(), folder.toString()).lines().toList();
    assertEquals(
        List.of(
            // There are only a hundred different sentences to draw from.
            "errors in the data: 1",
            "F1 1.000, 95 % interval 1.000 to 1.000",
            "person 1 to 2",
            "location 4 to 5"),
        printed.subList(printed.size() - 4, printed.size()));
    for (String file : List.of("my.bin", "my.run/last.ckpt", "my.run/best.bin")) {
      assertTrue(Files.exists(folder.resolve(file)), file);
    }
    ModelPackage model = ModelPackage.read(folder.resolve("my.bin"));
    assertFalse(model.manifest().activationRanges().isEmpty(), "int8 needs them");
  }

  private static String example() throws IOException {
    Path guide = Path.of(System.getProperty("ner.root"), "docs/java-api.md");
    Matcher block = EXAMPLE.matcher(Files.readString(guide));
    assertTrue(block.find(), "no example in " + guide);
    return block.group(1);
  }

  private static void compile(Path source) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      List<String> options =
          List.of(
              "-d",
              source.getParent().toString(),
              "-cp",
              System.getProperty("java.class.path"),
              "-proc:none");
      boolean compiled =
          compiler
              .getTask(said, files, null, options, null, files.getJavaFileObjects(source))
              .call();
      assertTrue(compiled, said.toString());
    }
  }

  private String run(String... arguments) throws Exception {
    PrintStream out = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {folder.toUri().toURL()}, JavaApiTest.class.getClassLoader())) {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      loader
          .loadClass("TrainAndJudge")
          .getMethod("main", String[].class)
          .invoke(null, (Object) arguments);
    } finally {
      System.setOut(out);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  private static Path write(Path file, List<Sentence> sentences) throws IOException {
    try (CorpusWriter writer =
        Corpora.writer("conll", Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
      for (Sentence sentence : sentences) {
        writer.write(sentence);
      }
    }
    return file;
  }
}
