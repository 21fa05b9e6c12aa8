package io.github.albertner.benchmark.peer;

import io.github.albertner.benchmark.measure.Contender.Work;
import io.github.albertner.checkpoint.OnnxFile;
import io.github.albertner.checkpoint.OnnxPrecision;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.network.AlbertConfig;
import io.github.albertner.tokenize.Encoding;
import io.github.albertner.tokenize.SubwordTokenizer;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * OpenNLP's {@code NameFinderDL} over the ONNX file, in f32.
 *
 * <p>It cuts words by WordPiece, which ALBERT's vocabulary is not for. So it is given a word for
 * each piece, and a vocabulary that has these words at the pieces' ids: its network then sees
 * exactly what ours does. Its sentence detector returns the sentence as it is, and no label names
 * an entity, which spares it the search for spans.
 */
public final class NameFinderDl implements Peer {
  private static final String OUTSIDE = "O";

  private final IsolatedJars jars;
  private final SubwordTokenizer tokenizer;
  private final Object finder;
  private final Method find;

  /**
   * Loads it.
   *
   * @param folder the jars of opennlp-dl and all it needs; ONNX Runtime may be left out to use the
   *     program's
   */
  public NameFinderDl(ModelPackage model, Path folder)
      throws IOException, ReflectiveOperationException {
    jars = IsolatedJars.open(folder);
    tokenizer = SubwordTokenizer.ofJson(model.tokenizerJson());
    Path file = Files.createTempFile("benchmark", ".onnx");
    Path vocabulary = Files.createTempFile("benchmark", ".txt");
    try {
      OnnxFile.write(model, OnnxPrecision.F32, file, true);
      Files.write(vocabulary, words(model.config()));
      Class<?> type = jars.loadClass("opennlp.dl.namefinder.NameFinderDL");
      Class<?> detector = jars.loadClass("opennlp.tools.sentdetect.SentenceDetector");
      Map<Integer, String> labels =
          IntStream.range(0, model.labels().size())
              .boxed()
              .collect(Collectors.toMap(label -> label, label -> OUTSIDE));
      Constructor<?> constructor = type.getConstructor(File.class, File.class, Map.class, detector);
      finder =
          constructor.newInstance(file.toFile(), vocabulary.toFile(), labels, asItIs(detector));
      find = type.getMethod("find", String[].class);
    } finally {
      Files.delete(file);
      Files.delete(vocabulary);
    }
  }

  private static List<String> words(AlbertConfig config) {
    return IntStream.range(0, config.vocabularySize())
        .mapToObj(
            piece ->
                piece == config.classId()
                    ? "[CLS]"
                    : piece == config.separatorId() ? "[SEP]" : word(piece))
        .toList();
  }

  private static String word(int piece) {
    return "p" + piece;
  }

  private Object asItIs(Class<?> detector) {
    return Proxy.newProxyInstance(
        jars,
        new Class<?>[] {detector},
        (proxy, method, arguments) -> new String[] {arguments[0].toString()});
  }

  @Override
  public Work tagging(List<List<String>> sentences) {
    List<String[]> pieces = sentences.stream().map(this::pieces).toList();
    return () -> {
      for (String[] sentence : pieces) {
        find.invoke(finder, (Object) sentence);
      }
    };
  }

  private String[] pieces(List<String> sentence) {
    Encoding encoding = tokenizer.encode(sentence);
    return IntStream.range(0, encoding.pieces())
        .mapToObj(piece -> word(encoding.pieceId(piece)))
        .toArray(String[]::new);
  }

  /** Frees what is ours; its own close would end the environment that all sessions share. */
  @Override
  public void close() throws IOException {
    jars.close();
  }
}
