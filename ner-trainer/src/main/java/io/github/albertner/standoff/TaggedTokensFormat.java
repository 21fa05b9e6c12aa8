package io.github.albertner.standoff;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.albertner.corpus.Content;
import io.github.albertner.corpus.CorpusFile;
import io.github.albertner.corpus.CorpusFormat;
import io.github.albertner.corpus.CorpusOptions;
import io.github.albertner.corpus.CorpusWriter;
import io.github.albertner.corpus.SentenceSource;
import io.github.albertner.corpus.WritingStyle;
import java.io.IOException;
import java.io.Writer;
import java.util.Set;

/** JSON Lines with tokens and tags, as Hugging Face's token classification has them. */
final class TaggedTokensFormat implements CorpusFormat {

  static final String NAME = "hf-jsonl";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String ending() {
    return "jsonl";
  }

  @Override
  public String description() {
    return "Hugging Face: a JSON record a line with tokens and ner_tags, names or numbers";
  }

  @Override
  public Set<Content> holds() {
    return Set.of(Content.WORDS, Content.DOCUMENTS);
  }

  @Override
  public boolean recognises(CorpusFile file) throws IOException {
    String first = file.sample(1).stream().map(line -> line.text().strip()).findFirst().orElse("");
    if (!first.startsWith("{")) {
      return false;
    }
    try (JsonElements elements = JsonElements.of(file)) {
      JsonElements.Element element = elements.next();
      JsonElement json = element == null ? null : element.json();
      if (json == null || !json.isJsonObject()) {
        return false;
      }
      JsonObject record = json.getAsJsonObject();
      return TaggedTokens.isRecord(record);
    }
  }

  @Override
  public SentenceSource open(CorpusFile file, CorpusOptions options) throws IOException {
    return TaggedTokensSource.open(file, options);
  }

  @Override
  public Output output() {
    return Output.FILE;
  }

  @Override
  public CorpusWriter writer(Writer out, WritingStyle style) {
    return new TaggedTokensWriter(out, style);
  }
}
