package io.github.albertner.standoff;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import io.github.albertner.corpus.CorpusFile;
import io.github.albertner.corpus.CorpusFormatException;
import io.github.albertner.corpus.CorpusOptions;
import io.github.albertner.corpus.EntityChange;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.corpus.SentenceSource;
import io.github.albertner.corpus.TagCounts;
import io.github.albertner.corpus.TagNotation;
import io.github.albertner.label.TagScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The sentences of a file of tokens and tags. */
final class TaggedTokensSource implements SentenceSource {

  private static final List<String> INFOS = List.of("dataset_info.json", "dataset_infos.json");

  private final CorpusFile file;
  private final List<String> names;
  private final TagNotation notation;
  private final TagScheme scheme;
  private final JsonElements elements;
  private String document;
  private boolean begun;

  private TaggedTokensSource(
      CorpusFile file,
      List<String> names,
      TagNotation notation,
      TagScheme scheme,
      JsonElements elements) {
    this.file = file;
    this.names = names;
    this.notation = notation;
    this.scheme = scheme;
    this.elements = elements;
  }

  /** Finds out notation and scheme of the tags from all of the file; a scheme may be chosen. */
  static SentenceSource open(CorpusFile file, CorpusOptions options) throws IOException {
    List<String> names = options.tagNames().isEmpty() ? namesBeside(file) : options.tagNames();
    TagNotation notation = notation(file, names);
    TagScheme scheme =
        options.scheme().isPresent() ? options.scheme().get() : scheme(file, names, notation);
    return new TaggedTokensSource(file, names, notation, scheme, JsonElements.of(file));
  }

  private static TagNotation notation(CorpusFile file, List<String> names) throws IOException {
    TagCounts counts = new TagCounts();
    try (JsonElements elements = JsonElements.of(file)) {
      new GoodTags(elements, names, Optional.empty())
          .forEachRemaining(tags -> tags.forEach(counts::add));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return counts.notation();
  }

  private static TagScheme scheme(CorpusFile file, List<String> names, TagNotation notation)
      throws IOException {
    try (JsonElements elements = JsonElements.of(file)) {
      Iterator<List<String>> tags = new GoodTags(elements, names, Optional.of(notation));
      return TagScheme.detect(() -> tags);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** The tags of records that can be read, in standard notation once the file's is known. */
  private static final class GoodTags implements Iterator<List<String>> {
    private final JsonElements elements;
    private final List<String> names;
    private final Optional<TagNotation> notation;
    private List<String> ahead;

    GoodTags(JsonElements elements, List<String> names, Optional<TagNotation> notation) {
      this.elements = elements;
      this.names = names;
      this.notation = notation;
      ahead = advance();
    }

    private List<String> advance() {
      try {
        JsonElements.Element element;
        Optional<List<String>> tags = Optional.empty();
        while (tags.isEmpty() && (element = elements.next()) != null) {
          tags = tags(element);
        }
        return tags.orElse(null);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** What is wrong is told when it is read. */
    private Optional<List<String>> tags(JsonElements.Element element) {
      try {
        if (element.json() == null) {
          return Optional.empty();
        }
        TaggedTokens record = TaggedTokens.of(element.json(), names);
        if (!record.isAnnotated()) {
          return Optional.empty();
        }
        return Optional.of((notation.isEmpty() ? record : record.in(notation.get())).tags());
      } catch (JsonRecord.Malformed e) {
        return Optional.empty();
      }
    }

    @Override
    public boolean hasNext() {
      return ahead != null;
    }

    @Override
    public List<String> next() {
      if (ahead == null) {
        throw new NoSuchElementException("no more records");
      }
      List<String> tags = ahead;
      ahead = advance();
      return tags;
    }
  }

  /** The names of tags in the description that the datasets library leaves beside its files. */
  private static List<String> namesBeside(CorpusFile file) throws IOException {
    for (String info : INFOS) {
      Path beside = file.path().resolveSibling(info);
      if (Files.isRegularFile(beside)) {
        try {
          Optional<List<String>> names =
              names(new Gson().fromJson(Files.readString(beside), JsonElement.class));
          if (names.isPresent()) {
            return names.get();
          }
        } catch (JsonParseException e) {
          CorpusFormatException refusal =
              new CorpusFormatException(
                  beside, 0, "something else (" + e.getMessage() + ")", "JSON");
          refusal.initCause(e);
          throw refusal;
        }
      }
    }
    return List.of();
  }

  /** Looks for {@code "ner_tags": {... "names": [...]}}, however deep it is. */
  private static Optional<List<String>> names(JsonElement json) {
    if (json == null || !json.isJsonObject()) {
      return Optional.empty();
    }
    JsonObject object = json.getAsJsonObject();
    for (String key : object.keySet()) {
      Optional<List<String>> found =
          key.equals(TaggedTokens.TAGS) ? named(object.get(key)) : names(object.get(key));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<List<String>> named(JsonElement json) {
    if (!json.isJsonObject()) {
      return Optional.empty();
    }
    JsonObject object = json.getAsJsonObject();
    if (object.has("names") && object.get("names").isJsonArray()) {
      List<String> names = new ArrayList<>();
      JsonArray array = object.getAsJsonArray("names");
      array.forEach(name -> names.add(name.getAsString()));
      return Optional.of(names);
    }
    return object.keySet().stream()
        .map(key -> named(object.get(key)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  @Override
  public String format() {
    return TaggedTokensFormat.NAME;
  }

  @Override
  public String layout() {
    return (names.isEmpty() ? "tags by name, " : names.size() + " names of tags, ")
        + notation.describe(scheme);
  }

  @Override
  public Optional<Candidate> next() throws IOException {
    JsonElements.Element element;
    while ((element = elements.next()) != null) {
      if (element.problem() != null) {
        return Optional.of(Candidate.bad(!begun, List.of(element.problem())));
      }
      try {
        TaggedTokens record = TaggedTokens.of(element.json(), names);
        boolean starts =
            !begun || (record.document() != null && !record.document().equals(document));
        begun = true;
        document = record.document();
        if (!record.isAnnotated()) {
          return Optional.of(notAnnotated(element.line(), starts));
        }
        record = record.in(notation);
        if (!record.words().isEmpty()) {
          Sentence sentence = new Sentence(record.words(), scheme.decode(record.tags()), starts);
          return Optional.of(Candidate.good(sentence, repairs(element.line(), record)));
        }
      } catch (JsonRecord.Malformed e) {
        return Optional.of(
            Candidate.bad(!begun, List.of(file.bad(element.line(), e.found, e.expected))));
      }
    }
    return Optional.empty();
  }

  private Candidate notAnnotated(int line, boolean starts) {
    String what = "sentences left out: not all of their words are annotated";
    EntityChange change =
        new EntityChange(
            what, file.path() + ":" + line + ": a sentence with a token that has no tag");
    return new Candidate(Optional.empty(), starts, List.of(), List.of(), List.of(change));
  }

  private List<String> repairs(int line, TaggedTokens record) {
    return scheme.violations(record.tags()).stream()
        .map(violation -> file.path() + ":" + line + ": " + violation)
        .toList();
  }

  @Override
  public void close() throws IOException {
    elements.close();
  }
}
