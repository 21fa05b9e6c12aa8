package io.github.albertner.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TagSchemePropertyTest {

  record Annotated(List<EntitySpan> spans, int length) {}

  /**
   * Sentences as runs of words, each run an entity or not, so that touching entities are frequent.
   */
  @Provide
  Arbitrary<Annotated> sentences() {
    Arbitrary<String> kind = Arbitraries.of("", "P", "L", "creative-work");
    return Arbitraries.integers()
        .between(1, 4)
        .flatMap(length -> kind.map(type -> new Annotated(span(0, length, type), length)))
        .list()
        .ofMaxSize(8)
        .map(TagSchemePropertyTest::join);
  }

  private static List<EntitySpan> span(int begin, int length, String type) {
    return type.isEmpty() ? List.of() : List.of(new EntitySpan(begin, begin + length, type));
  }

  private static Annotated join(List<Annotated> runs) {
    List<EntitySpan> spans = new ArrayList<>();
    int length = 0;
    for (Annotated run : runs) {
      for (EntitySpan s : run.spans()) {
        spans.addAll(span(length, run.length(), s.type()));
      }
      length += run.length();
    }
    return new Annotated(spans, length);
  }

  @Provide
  Arbitrary<List<String>> anyTags() {
    return Arbitraries.of("O", "B-P", "I-P", "E-P", "S-P", "L-P", "U-P", "B-L", "I-L", "E-L", "U-L")
        .list()
        .ofMaxSize(12);
  }

  @Property
  void decodeUndoesEncode(@ForAll("sentences") Annotated sentence, @ForAll TagScheme scheme) {
    List<String> tags = scheme.encode(sentence.spans(), sentence.length());
    assertEquals(sentence.length(), tags.size());
    assertEquals(sentence.spans(), scheme.decode(tags));
  }

  @Property
  void encodeIsLegal(@ForAll("sentences") Annotated sentence, @ForAll TagScheme scheme) {
    List<String> tags = scheme.encode(sentence.spans(), sentence.length());
    assertEquals(Optional.empty(), scheme.firstViolation(tags));
  }

  @Property
  void anyTagsReadAsSpansThatCoverExactlyTheTaggedWords(@ForAll("anyTags") List<String> tags) {
    boolean[] covered = new boolean[tags.size()];
    int end = 0;
    for (EntitySpan span : TagScheme.BIO.decode(tags)) {
      assertTrue(span.begin() >= end, "in order, no overlap");
      end = span.end();
      for (int word = span.begin(); word < span.end(); word++) {
        covered[word] = true;
        assertEquals(span.type(), Tag.parse(tags.get(word)).type());
      }
    }
    for (int word = 0; word < tags.size(); word++) {
      assertEquals(!tags.get(word).equals("O"), covered[word]);
    }
  }

  @Property
  void legalTagsOfAllButIob1AreWhatEncodeWrites(
      @ForAll("anyTags") List<String> tags, @ForAll TagScheme scheme) {
    if (scheme != TagScheme.IOB1 && scheme.violations(tags).isEmpty()) {
      assertEquals(tags, scheme.encode(scheme.decode(tags), tags.size()));
    }
  }
}
