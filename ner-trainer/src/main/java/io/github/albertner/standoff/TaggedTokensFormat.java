package io.github.albertner.standoff;

import com.google.gson.JsonElement;
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
    return "Hugging Face: JSON of tokens and ner_tags, names or numbers; spaCy 2's paragraphs";
  }

  @Override
  public Set<Content> holds() {
    return Set.of(Content.WORDS, Content.DOCUMENTS);
  }

  @Override
  public boolean recognises(CorpusFile file) throws IOException {
    return JsonElements.first(file, 1)
        .filter(JsonElement::isJsonObject)
        .filter(record -> TaggedTokens.isRecord(record.getAsJsonObject()))
        .isPresent();
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
