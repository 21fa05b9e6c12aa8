package io.github.albertner;

import io.github.albertner.label.EntitySpan;
import io.github.albertner.modelpackage.ModelLocation;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.text.AnnotatedPassage;
import io.github.albertner.text.Annotator;
import io.github.albertner.text.CharRange;
import io.github.albertner.text.RawTextReader;
import io.github.albertner.text.SentenceRange;
import io.github.albertner.text.Splitter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds named entities in raw text: text in, entities with offsets out.
 *
 * <pre>{@code
 * try (NerPipeline ner = NerPipeline.load(Path.of("my.bin"))) {
 *   for (NamedEntity entity : ner.find("Tim Cook lives in California.")) {
 *     System.out.println(entity.type() + " " + entity.text());
 *   }
 * }
 * }</pre>
 *
 * <p>Sentences and tokens are found by a {@link Splitter}, entities by a {@link NerTagger}. The
 * command line and the UIMA engine go the same way. Thread-safe; close it when no call runs any
 * more.
 */
public final class NerPipeline implements AutoCloseable {

  private final NerTagger tagger;
  private final boolean owned;
  private final PipelineOptions options;
  private final String language;
  private final Splitter splitter;

  private NerPipeline(NerTagger tagger, boolean owned, PipelineOptions options) throws IOException {
    this.tagger = tagger;
    this.owned = owned;
    this.options = options;
    language = options.language().isEmpty() ? tagger.manifest().language() : options.language();
    splitter = Splitter.of(language, options.splitter());
    for (String type : options.types()) {
      if (!tagger.types().contains(type)) {
        throw new IllegalArgumentException(
            "this model does not know the type '"
                + type
                + "'; its types are "
                + String.join(", ", tagger.types()));
      }
    }
  }

  /**
   * Loads a package with {@linkplain PipelineOptions#defaults default options}.
   *
   * @param modelFile a package file
   * @throws io.github.albertner.modelpackage.InvalidModelException if it is not a sound package
   * @throws IOException if it cannot be read
   */
  public static NerPipeline load(Path modelFile) throws IOException {
    return of(ModelPackage.read(modelFile), PipelineOptions.defaults());
  }

  /**
   * Loads a package with default options.
   *
   * @param location a path, a {@code file:} URL or a {@code classpath:} resource of a package; the
   *     small English model in our jar is {@value ModelLocation#BUNDLED}
   * @throws io.github.albertner.modelpackage.InvalidModelException if it is not a sound package
   * @throws IOException if it cannot be read
   */
  public static NerPipeline load(String location) throws IOException {
    return of(ModelLocation.read(location), PipelineOptions.defaults());
  }

  /**
   * Loads a package with default options.
   *
   * @param modelFile the content of a package file; read to its end, not closed
   * @throws io.github.albertner.modelpackage.InvalidModelException if it is not a sound package
   * @throws IOException if it cannot be read
   */
  public static NerPipeline load(InputStream modelFile) throws IOException {
    return of(ModelPackage.read(modelFile), PipelineOptions.defaults());
  }

  /**
   * Loads a package with default options.
   *
   * @param modelFile the content of a package file
   * @throws io.github.albertner.modelpackage.InvalidModelException if it is not a sound package
   * @throws IOException if its vocabulary cannot be used
   */
  public static NerPipeline load(byte[] modelFile) throws IOException {
    return load(new ByteArrayInputStream(modelFile));
  }

  /**
   * Makes a pipeline of a package in memory.
   *
   * @param model as {@link ModelPackage#read(Path)} or {@link ModelLocation#read} gives it
   * @param options how to read text and what to report
   * @throws IllegalArgumentException if the model does not know a type of the options
   * @throws IOException if its vocabulary, or the splitter asked for, cannot be used
   */
  public static NerPipeline of(ModelPackage model, PipelineOptions options) throws IOException {
    NerTagger tagger = NerTagger.of(model, options.tagger());
    try {
      return new NerPipeline(tagger, true, options);
    } catch (IOException | RuntimeException e) {
      tagger.close();
      throw e;
    }
  }

  /**
   * Makes a pipeline of a tagger, which stays the caller's to close.
   *
   * @param tagger to find entities with; {@link PipelineOptions#tagger} is ignored
   * @param options how to read text and what to report
   * @throws IllegalArgumentException if the model does not know a type of the options
   * @throws IOException if the splitter asked for cannot be used
   */
  public static NerPipeline of(NerTagger tagger, PipelineOptions options) throws IOException {
    return new NerPipeline(tagger, false, options);
  }

  /**
   * Finds the entities of a text.
   *
   * @param text any
   * @return in order, without overlaps
   */
  public List<NamedEntity> find(String text) {
    List<NamedEntity> found = new ArrayList<>();
    try {
      find(new StringReader(text), found::add);
    } catch (IOException e) {
      throw new UncheckedIOException("a string can always be read", e);
    }
    return found;
  }

  /**
   * Finds the entities of a text of any length, and hands them out while it is read.
   *
   * @param text read to its end, not closed; offsets count from its first character
   * @param found takes the entities, in order
   * @throws IOException if the text cannot be read; what was found before has been handed out
   */
  public void find(Reader text, Consumer<NamedEntity> found) throws IOException {
    annotator().annotate(new RawTextReader("text", text, splitter), sink(found));
  }

  /**
   * Finds the entities of a text whose sentences and tokens are known, all in one call.
   *
   * @param text any
   * @param sentences in order; they may overlap
   * @return the entities of each sentence, in order
   */
  public List<NamedEntity> find(String text, List<SentenceRange> sentences) {
    List<List<String>> words = sentences.stream().map(sentence -> sentence.words(text)).toList();
    List<List<EntitySpan>> spans = tagger.tagDocument(words, contextPieces());
    List<NamedEntity> entities = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      List<EntitySpan> kept = spans.get(i).stream().filter(options::keeps).toList();
      if (!kept.isEmpty()) {
        add(text, sentences.get(i), kept, entities);
      }
    }
    return entities;
  }

  private static void add(
      String text, SentenceRange sentence, List<EntitySpan> spans, List<NamedEntity> entities) {
    List<CharRange> tokens = sentence.tokens();
    String sentenceText = sentence.characters().of(text); // one for all its entities
    for (EntitySpan span : spans) {
      int begin = tokens.get(span.begin()).begin();
      int end = tokens.get(span.end() - 1).end();
      entities.add(
          new NamedEntity(
              span.type(),
              begin,
              end,
              span.probability(),
              text.substring(begin, end),
              sentenceText,
              sentence.characters().begin()));
    }
  }

  /** Returns what finds the entities of passages, for those who need their sentences as well. */
  public Annotator annotator() {
    int pieces = contextPieces();
    return new Annotator(words -> tagger.tagDocument(words, pieces), pieces, options::keeps);
  }

  private int contextPieces() {
    int asked = options.contextPieces();
    return asked == PipelineOptions.AS_TRAINED ? tagger.contextPieces() : asked;
  }

  private static Annotator.Sink sink(Consumer<NamedEntity> found) {
    return passage -> entities(passage).forEach(found);
  }

  private static List<NamedEntity> entities(AnnotatedPassage passage) {
    return passage.sentences().stream()
        .flatMap(
            sentence ->
                sentence.entities().stream()
                    .map(
                        entity ->
                            new NamedEntity(
                                entity.type(),
                                entity.begin().characters(),
                                entity.end().characters(),
                                entity.probability(),
                                entity.text(),
                                sentence.text(),
                                sentence.begin().characters())))
        .toList();
  }

  /** Returns the language tag of the text: that of the options, else the model's. */
  public String language() {
    return language;
  }

  /** Returns what finds sentences and tokens. */
  public Splitter splitter() {
    return splitter;
  }

  /** Returns the tagger, for its types and what its package says of itself. */
  public NerTagger tagger() {
    return tagger;
  }

  /** Gives up the tagger, unless it is the caller's. Idempotent. */
  @Override
  public void close() {
    if (owned) {
      tagger.close();
    }
  }
}
