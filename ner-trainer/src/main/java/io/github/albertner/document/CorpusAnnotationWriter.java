package io.github.albertner.document;

import io.github.albertner.corpus.Corpora;
import io.github.albertner.corpus.CorpusWriter;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.text.AnnotatedPassage;
import io.github.albertner.text.AnnotatedSentence;
import java.io.IOException;
import java.io.Writer;

/** Writes a corpus format, each input a document. Text without tokens is lost in these formats. */
final class CorpusAnnotationWriter implements AnnotationWriter {

  private final Writer out;
  private final CorpusWriter corpus;
  private boolean startsDocument;

  CorpusAnnotationWriter(String format, Writer out) {
    this.out = out;
    corpus = Corpora.writer(format, out);
  }

  @Override
  public void startInput(String source) {
    startsDocument = true;
  }

  @Override
  public void write(AnnotatedPassage passage) throws IOException {
    for (AnnotatedSentence sentence : passage.sentences()) {
      corpus.write(new Sentence(sentence.words(), sentence.spans(), startsDocument));
      startsDocument = false;
    }
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    corpus.close();
  }
}
