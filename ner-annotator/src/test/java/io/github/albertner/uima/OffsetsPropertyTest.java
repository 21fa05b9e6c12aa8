package io.github.albertner.uima;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.albertner.text.CharRange;
import io.github.albertner.text.SentenceRange;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.apache.uima.UIMAException;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.text.AnnotationFS;

/** Every entity that the tagger can find, in every text, is written where its tokens stand. */
class OffsetsPropertyTest {
  @Provide
  Arbitrary<String> words() {
    return Arbitraries.of(
        "a",
        "Paris",
        "\ud83d\ude00",
        "\ud840\udc00b",
        "e\u0301",
        "\u4e2d\u6587",
        "don't",
        "-",
        ".");
  }

  @Provide
  Arbitrary<String> gaps() {
    return Arbitraries.of("", " ", "\n", "\r\n", " \t ", "\u00a0", "\n\n");
  }

  @Property(tries = 200)
  void anEntityCoversItsTokensAndWhatIsBetweenThem(
      @ForAll @Size(min = 1, max = 8) List<@From("words") String> words,
      @ForAll @Size(9) List<@From("gaps") String> gaps,
      @ForAll boolean insideSentence)
      throws UIMAException {
    StringBuilder text = new StringBuilder(gaps.get(0));
    List<CharRange> tokens = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      tokens.add(new CharRange(text.length(), text.length() + words.get(i).length()));
      text.append(words.get(i)).append(gaps.get(i + 1));
    }
    CAS cas = Cases.own();
    cas.setDocumentText(text.toString());
    tokens.forEach(token -> Cases.add(cas, NerTypes.TOKEN, token.begin(), token.end()));
    int begin = insideSentence ? tokens.get(0).begin() : 0;
    int end = insideSentence ? tokens.get(words.size() - 1).end() : text.length();
    Cases.add(cas, NerTypes.SENTENCE, begin, end);
    Cases.add(cas, NerTypes.SENTENCE, 0, 0);

    List<SentenceRange> read = Cases.reader().sentences(cas, Cases.inputs(cas));
    assertEquals(1, read.size());
    assertEquals(words, read.get(0).words(text.toString()));

    EntityWriter writer = new EntityWriter();
    List<String> expected = new ArrayList<>();
    for (int from = 0; from < words.size(); from++) {
      for (int to = from + 1; to <= words.size(); to++) {
        List<CharRange> own = read.get(0).tokens();
        writer.add(Cases.entity("x", own.get(from).begin(), own.get(to - 1).end(), 0.5));
        expected.add(text.substring(tokens.get(from).begin(), tokens.get(to - 1).end()));
      }
    }
    writer.write(cas, Cases.targets(cas, List.of("x")), false);
    assertEquals(
        expected.stream().sorted().toList(),
        Cases.all(cas, NerTypes.NAMED_ENTITY).stream()
            .map(AnnotationFS::getCoveredText)
            .sorted()
            .toList());
  }

  @Property(tries = 200)
  void aTextAloneIsSplitIntoTokensOfAllItsInk(
      @ForAll @Size(max = 8) List<@From("words") String> words,
      @ForAll @Size(9) List<@From("gaps") String> gaps)
      throws UIMAException {
    StringBuilder text = new StringBuilder(gaps.get(0));
    for (int i = 0; i < words.size(); i++) {
      text.append(words.get(i)).append(gaps.get(i + 1));
    }
    CAS cas = Cases.own();
    cas.setDocumentText(text.toString());
    StringBuilder read = new StringBuilder();
    int end = 0;
    for (SentenceRange sentence : Cases.reader().sentences(cas, Cases.inputs(cas))) {
      for (CharRange range : sentence.tokens()) {
        assertEquals(true, range.begin() >= end, "in order");
        read.append(range.of(text.toString()));
        end = range.end();
      }
    }
    assertEquals(
        text.toString().replaceAll("[\\s\u00a0]", ""), read.toString().replace("\u00a0", ""));
  }
}
