package io.github.albertner.benchmark.peer;

import io.github.albertner.NerTagger;
import io.github.albertner.TaggerOptions;
import io.github.albertner.benchmark.measure.Contender.Work;
import io.github.albertner.modelpackage.ModelPackage;
import java.io.IOException;
import java.util.List;

/** {@code NerTagger}, given all sentences at once or one after the other. */
public final class OurTagger implements Peer {
  private final NerTagger tagger;
  private final boolean batched;

  private OurTagger(NerTagger tagger, boolean batched) {
    this.tagger = tagger;
    this.batched = batched;
  }

  /** All sentences in one call. */
  public static OurTagger batched(ModelPackage model, TaggerOptions options) throws IOException {
    return new OurTagger(NerTagger.of(model, options), true);
  }

  /** One sentence a call. */
  public static OurTagger singly(ModelPackage model, TaggerOptions options) throws IOException {
    return new OurTagger(NerTagger.of(model, options), false);
  }

  @Override
  public Work tagging(List<List<String>> sentences) {
    return batched ? () -> tagger.tagAll(sentences) : () -> sentences.forEach(tagger::tag);
  }

  @Override
  public void close() {
    tagger.close();
  }
}
