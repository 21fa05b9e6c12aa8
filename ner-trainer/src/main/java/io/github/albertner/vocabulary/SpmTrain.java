package io.github.albertner.vocabulary;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** SentencePiece's trainer, the program {@code spm_train}. */
public final class SpmTrain {

  private static final String NAME = "spm_train";
  private static final int LINES_KEPT = 5;

  private final Path program;

  private SpmTrain(Path program) {
    this.program = program;
  }

  /**
   * Finds the program.
   *
   * @param named where it is, if the user says so; otherwise it is looked for on {@code PATH}
   * @return it can be run
   * @throws MissingTrainerException if it is not there
   */
  public static SpmTrain find(Optional<Path> named) throws MissingTrainerException {
    return find(named, Optional.ofNullable(System.getenv("PATH")).orElse(""));
  }

  static SpmTrain find(Optional<Path> named, String path) throws MissingTrainerException {
    if (named.isPresent()) {
      Path program = named.get();
      if (!Files.isExecutable(program) || Files.isDirectory(program)) {
        throw new MissingTrainerException(
            program + (Files.exists(program) ? ", which is no program" : ", which does not exist"));
      }
      return new SpmTrain(program.toAbsolutePath());
    }
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .filter(folder -> !folder.isEmpty())
        .flatMap(folder -> List.of(NAME, NAME + ".exe").stream().map(name -> inside(folder, name)))
        .flatMap(Optional::stream)
        .filter(file -> Files.isExecutable(file) && Files.isRegularFile(file))
        .findFirst()
        .map(SpmTrain::new)
        .orElseThrow(() -> new MissingTrainerException("none on PATH"));
  }

  private static Optional<Path> inside(String folder, String name) {
    try {
      return Optional.of(Path.of(folder, name));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /**
   * Where it is.
   *
   * @return an absolute path, or one relative to the current folder as {@code PATH} has it
   */
  public Path program() {
    return program;
  }

  /**
   * Makes a model.
   *
   * @param folder to work in; the model is its {@code spiece.model}
   * @param input name of the sample in that folder; it is written into the model
   * @param log takes what the trainer says, line by line
   * @throws IOException if it fails, with the last that it said
   */
  void run(Path folder, String input, VocabularySettings settings, Consumer<String> log)
      throws IOException {
    String required = RequiredCharacters.of(settings.cased());
    checkLocale(required);
    List<String> command =
        List.of(
            program.toAbsolutePath().toString(),
            "--input=" + input,
            "--model_prefix=spiece",
            "--model_type=unigram",
            "--vocab_size=" + settings.size(),
            "--character_coverage=0.9998",
            "--required_chars=" + required,
            "--normalization_rule_name=" + (settings.cased() ? "nmt_nfkc" : "nmt_nfkc_cf"),
            "--pad_id=0",
            "--unk_id=1",
            "--bos_id=-1",
            "--eos_id=-1",
            "--control_symbols=[CLS],[SEP],[MASK]",
            "--max_sentence_length=65536",
            "--num_threads=" + settings.threads());
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    Process process = builder.start();
    Deque<String> last = new ArrayDeque<>();
    try (BufferedReader said =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      process.getOutputStream().close();
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        log.accept(line);
        last.add(line);
        if (last.size() > LINES_KEPT) {
          last.remove();
        }
      }
      int code = process.waitFor();
      if (code != 0 || !Files.exists(folder.resolve("spiece.model"))) {
        throw new IOException(
            "%s failed with code %s and said last:\n%s"
                .formatted(program, code, String.join("\n", last)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while " + NAME + " ran");
    } finally {
      process.destroy();
    }
  }

  /** Java writes a program's arguments in the encoding of the locale it was started in. */
  private static void checkLocale(String arguments) throws IOException {
    String encoding = System.getProperty("sun.jnu.encoding", "UTF-8");
    if (!Charset.forName(encoding).newEncoder().canEncode(arguments)) {
      throw new IOException(
          "expected a locale of UTF-8, as the trainer is given characters such as é, found %s; set LC_ALL=C.UTF-8"
              .formatted(encoding));
    }
  }
}
