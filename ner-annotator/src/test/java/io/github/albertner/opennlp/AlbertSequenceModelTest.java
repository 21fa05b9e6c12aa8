package io.github.albertner.opennlp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.NerTagger;
import io.github.albertner.TaggerOptions;
import io.github.albertner.label.EntitySpan;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.testing.Sentences;
import io.github.albertner.testing.TinyModels;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import opennlp.albert.AlbertModelSerializer;
import opennlp.tools.namefind.BioCodec;
import opennlp.tools.namefind.NameFinderSequenceValidator;
import opennlp.tools.util.Sequence;
import opennlp.tools.util.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AlbertSequenceModelTest {
  private static final NameFinderSequenceValidator VALIDATOR = new NameFinderSequenceValidator();

  static Stream<ModelPackage> models() {
    return Stream.of(TinyModels.bio(), TinyModels.bioes(), TinyModels.iob1());
  }

  private static AlbertSequenceModel model(ModelPackage model) {
    return new AlbertSequenceModel(model, AlbertModelSerializer.class);
  }

  private static Sequence best(AlbertSequenceModel model, List<String> words) {
    return model.bestSequence(words.toArray(String[]::new), null, null, VALIDATOR);
  }

  @ParameterizedTest
  @MethodSource("models")
  void theCodecReadsTheTaggersSpansFromTheOutcomesOfEveryScheme(ModelPackage tiny)
      throws IOException {
    AlbertSequenceModel model = model(tiny);
    List<EntitySpan> all = new ArrayList<>();
    try (NerTagger tagger = NerTagger.of(tiny, TaggerOptions.defaults())) {
      for (List<String> words : Sentences.of(40)) {
        Sequence sequence = best(model, words);
        assertEquals(words.size(), sequence.getOutcomes().size());
        assertEquals(words.size(), sequence.getProbs().length);
        Span[] spans = new BioCodec().decode(sequence.getOutcomes());
        List<EntitySpan> entities = tagger.tag(words);
        assertEquals(entities.size(), spans.length);
        for (int i = 0; i < spans.length; i++) {
          EntitySpan found =
              new EntitySpan(spans[i].getStart(), spans[i].getEnd(), spans[i].getType());
          assertTrue(found.sameEntity(entities.get(i)), found + " is not " + entities.get(i));
        }
        all.addAll(entities);
      }
    }
    assertTrue(all.size() > 50, "the model should find many entities, found " + all.size());
    assertTrue(all.stream().anyMatch(e -> e.length() > 1));
    assertTrue(all.stream().map(EntitySpan::type).distinct().count() > 1);
  }

  @ParameterizedTest
  @MethodSource("models")
  void outcomesAreKnownLegalAndNeverOfProbabilityZero(ModelPackage tiny) {
    AlbertSequenceModel model = model(tiny);
    assertTrue(new BioCodec().areOutcomesCompatible(model.getOutcomes()));
    List<String> known = List.of(model.getOutcomes());
    for (List<String> words : Sentences.of(40)) {
      Sequence sequence = best(model, words);
      String[] outcomes = sequence.getOutcomes().toArray(String[]::new);
      String[] tokens = words.toArray(String[]::new);
      for (int i = 0; i < outcomes.length; i++) {
        assertTrue(known.contains(outcomes[i]), outcomes[i]);
        String[] before = java.util.Arrays.copyOf(outcomes, i);
        assertTrue(VALIDATOR.validSequence(i, tokens, before, outcomes[i]), outcomes[i]);
      }
      for (double probability : sequence.getProbs()) {
        assertTrue(probability > 0 && probability <= 1, "found " + probability);
      }
      assertTrue(Double.isFinite(sequence.getScore()));
    }
  }

  @Test
  void anEmptySentenceHasAnEmptySequence() {
    Sequence sequence = best(model(TinyModels.bio()), List.of());
    assertEquals(List.of(), sequence.getOutcomes());
    assertEquals(0, sequence.getProbs().length);
  }

  @Test
  void severalSequencesAreTheBestOneUnlessItsScoreIsTooLow() {
    AlbertSequenceModel model = model(TinyModels.bio());
    String[] tokens = {"Angela", "Merkel", "visited", "Paris"};
    Sequence best = model.bestSequence(tokens, null, null, VALIDATOR);
    assertArrayEquals(new Sequence[] {best}, model.bestSequences(3, tokens, null, null, VALIDATOR));
    assertEquals(1, model.bestSequences(1, tokens, null, -1e9, null, VALIDATOR).length);
    assertEquals(0, model.bestSequences(1, tokens, null, 0.5, null, VALIDATOR).length);
    assertThrows(
        IllegalArgumentException.class,
        () -> model.bestSequences(0, tokens, null, null, VALIDATOR));
  }

  @Test
  void aModelIsWrittenAgainBeforeAndAfterItsFirstUse() throws IOException {
    AlbertModelSerializer serializer = new AlbertModelSerializer();
    AlbertSequenceModel model = model(TinyModels.bio());
    byte[] before = bytes(serializer, model);
    best(model, List.of("Paris"));
    assertArrayEquals(before, bytes(serializer, model));
    AlbertSequenceModel again = serializer.create(new ByteArrayInputStream(before));
    assertEquals(model.model(), again.model());
    assertEquals(AlbertModelSerializer.class, again.getArtifactSerializerClass());
  }

  private static byte[] bytes(AlbertModelSerializer serializer, AlbertSequenceModel model)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    serializer.serialize(model, out);
    return out.toByteArray();
  }

  @Test
  void aNarrowedModelKnowsItsTypeOnlyAndIsSureOfTheRest() {
    AlbertSequenceModel narrowed =
        new AlbertSequenceModel(
            TinyModels.bio().withTypes(List.of("LOC")), AlbertModelSerializer.class);
    assertArrayEquals(new String[] {"other", "LOC-start", "LOC-cont"}, narrowed.getOutcomes());
    AlbertSequenceModel whole =
        new AlbertSequenceModel(TinyModels.bio(), AlbertModelSerializer.class);
    int others = 0;
    for (List<String> words : Sentences.of(40)) {
      String[] tokens = words.toArray(String[]::new);
      Sequence some = narrowed.bestSequence(tokens, null, null, null);
      Sequence all = whole.bestSequence(tokens, null, null, null);
      for (int token = 0; token < tokens.length; token++) {
        String outcome = all.getOutcomes().get(token);
        double probability = some.getProbs()[token];
        if (outcome.startsWith("LOC")) {
          assertEquals(outcome, some.getOutcomes().get(token));
          assertEquals(all.getProbs()[token], probability);
        } else {
          assertEquals("other", some.getOutcomes().get(token));
          assertTrue(probability > all.getProbs()[token] && probability <= 1, outcome);
          others++;
        }
      }
    }
    assertTrue(others > 100, "words of other types");
  }

  @Test
  void aTokenThatIsNoStringIsNamed() {
    AlbertSequenceModel model = model(TinyModels.bio());
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> model.bestSequence(new Object[] {"a", 7}, null, null, null));
    assertEquals("expected a string as token 1 of 2, found a java.lang.Integer", e.getMessage());
  }
}
