package io.github.albertner.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.label.EntitySpan;
import java.io.IOException;
import java.util.List;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.util.Span;
import org.junit.jupiter.api.Test;

class NameSamplesTest {

  private static final Sentence SENTENCE =
      new Sentence(
          List.of("Ann", "Lee", "in", "Rome"),
          List.of(new EntitySpan(0, 2, "person"), new EntitySpan(3, 4, "location")),
          true);

  @Test
  void aSentenceGoesThereAndBack() {
    NameSample sample = NameSamples.toNameSample(SENTENCE);
    assertArrayEquals(new String[] {"Ann", "Lee", "in", "Rome"}, sample.getSentence());
    assertArrayEquals(
        new Span[] {new Span(0, 2, "person"), new Span(3, 4, "location")}, sample.getNames());
    assertTrue(sample.isClearAdaptiveDataSet());
    assertEquals(SENTENCE, NameSamples.toSentence(sample));
  }

  @Test
  void aNameWithoutATypeIsOfTypeDefault() {
    NameSample sample = new NameSample(new String[] {"Ann"}, new Span[] {new Span(0, 1)}, false);
    assertEquals("[default Ann]", CorpusText.show(NameSamples.toSentence(sample)));
  }

  @Test
  void ourLinesAreWhatOpenNlpWritesAndReads() throws IOException {
    NameSample sample = NameSamples.toNameSample(SENTENCE);
    String line = CorpusWritingTest.written("opennlp", SENTENCE).strip();
    assertEquals(sample.toString().strip(), line);
    assertEquals(sample, NameSample.parse(line, true));
  }
}
