package io.github.albertner.standoff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.albertner.corpus.Corpora;
import io.github.albertner.corpus.CorpusOptions;
import io.github.albertner.corpus.CorpusReader;
import io.github.albertner.corpus.OwnSentences;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.corpus.WordOrigin.Fit;
import io.github.albertner.label.EntitySpan;
import io.github.albertner.text.CharRange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is annotated in a text, a tagger is given what is found without looking at it. */
class OwnTokensTest {

  private static final TextSegmenter SEGMENTER = segmenter();

  private static TextSegmenter segmenter() {
    try {
      return new TextSegmenter(false, "en");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "Mr. ",
            "J. ",
            "Smith",
            "-",
            "Ada ",
            "left. ",
            "The ",
            "AT&T's ",
            "e.g.",
            "李娜。",
            "\n\n",
            " ",
            "U.S. ",
            "\ud83d\ude80",
            "x",
            "don't ",
            "\r\n")
        .list()
        .ofMinSize(1)
        .ofMaxSize(25)
        .map(parts -> String.join("", parts));
  }

  @Property(tries = 300)
  void goldEntitiesChangeNothing(@ForAll("texts") String text, @ForAll List<Integer> cuts)
      throws IOException {
    List<TextSentence> found = SEGMENTER.segment(text, List.of(), List.of()).sentences();
    if (found.isEmpty()) {
      return;
    }
    List<CharRange> marked = marked(text, cuts);
    Map<CharRange, Boolean> expressed = new HashMap<>();
    for (CharRange entity : marked) {
      expressed.put(
          entity, found.stream().anyMatch(s -> begins(s, entity.begin()) && ends(s, entity.end())));
    }
    Path file = write(text, marked);
    try (CorpusReader reader =
        Corpora.open(List.of(file), CorpusOptions.DEFAULTS.withFormat("doccano"))) {
      List<List<String>> given = new ArrayList<>();
      int at = 0;
      for (Optional<Sentence> next = reader.read(); next.isPresent(); next = reader.read()) {
        Sentence sentence = next.get();
        List<Integer> begins = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        List<String> gaps = reader.spacing().orElseThrow().gaps();
        for (int word = 0; word < sentence.words().size(); word++) {
          begins.add(at + gaps.get(word).length());
          ends.add(at + gaps.get(word).length() + sentence.words().get(word).length());
          at = ends.get(word);
        }
        for (EntitySpan entity : sentence.entities()) {
          CharRange range = new CharRange(begins.get(entity.begin()), ends.get(entity.end() - 1));
          assertEquals(
              expressed.remove(range),
              sentence.origin().fit(entity) == Fit.WHOLE,
              () -> text + range);
        }
        OwnSentences own = OwnSentences.of(List.of(sentence));
        own.sentences().forEach(s -> given.add(s.words()));
      }
      assertEquals(
          found.stream().map(s -> s.tokens().stream().map(t -> t.of(text)).toList()).toList(),
          given);
      assertEquals(Map.of(), expressed);
    } finally {
      Files.delete(file);
    }
  }

  private static boolean begins(TextSentence sentence, int at) {
    return sentence.tokens().stream().anyMatch(token -> token.begin() == at);
  }

  private static boolean ends(TextSentence sentence, int at) {
    return sentence.tokens().stream().anyMatch(token -> token.end() == at);
  }

  /** Some stretches of a text that do not overlap, without white space at their ends. */
  private static List<CharRange> marked(String text, List<Integer> cuts) {
    List<CharRange> marked = new ArrayList<>();
    int from = 0;
    for (int cut : cuts) {
      int begin = from + Math.floorMod(cut, 7);
      int end = begin + 1 + Math.floorMod(cut / 7, 9);
      if (end <= text.length()
          && !Character.isLowSurrogate(text.charAt(begin))
          && !Character.isHighSurrogate(text.charAt(end - 1))
          && !text.substring(begin, end).isBlank()) {
        TextEntity entity =
            EntityAligner.trimmed(text, new TextEntity("entity", begin, end, "X", 0));
        marked.add(new CharRange(entity.begin(), entity.end()));
        from = end;
      }
    }
    return marked;
  }

  private static Path write(String text, List<CharRange> marked) throws IOException {
    JsonObject json = new JsonObject();
    json.addProperty("text", text);
    JsonArray labels = new JsonArray();
    for (CharRange entity : marked) {
      JsonArray label = new JsonArray();
      label.add(entity.begin());
      label.add(entity.end());
      label.add("X");
      labels.add(label);
    }
    json.add("label", labels);
    return Files.writeString(Files.createTempFile("text", ".jsonl"), json.toString());
  }
}
