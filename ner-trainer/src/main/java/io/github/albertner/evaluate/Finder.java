package io.github.albertner.evaluate;

import io.github.albertner.NerTagger;
import io.github.albertner.TaggerOptions;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.label.EntitySpan;
import io.github.albertner.opennlp.AlbertSequenceModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.Span;

/** One model file of OpenNLP at work: OpenNLP's own, or a package of ours. */
interface Finder {

  /** The entities of each sentence. */
  List<List<EntitySpan>> findAll(List<Sentence> sentences, AdaptiveData clearing);

  /** The finder for a model. */
  static Finder of(TokenNameFinderModel model, TaggerOptions options) {
    if (model.getNameFinderSequenceModel() instanceof AlbertSequenceModel ours) {
      return (sentences, clearing) -> tag(ours, options, sentences);
    }
    NameFinderME finder = new NameFinderME(model);
    return (sentences, clearing) -> find(finder, sentences, clearing);
  }

  private static List<List<EntitySpan>> tag(
      AlbertSequenceModel model, TaggerOptions options, List<Sentence> sentences) {
    try (NerTagger tagger = NerTagger.of(model.model(), options)) {
      return Tagging.tag(tagger, sentences);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot load the network: " + e.getMessage(), e);
    }
  }

  private static List<List<EntitySpan>> find(
      NameFinderME finder, List<Sentence> sentences, AdaptiveData clearing) {
    List<List<EntitySpan>> found = new ArrayList<>(sentences.size());
    for (Sentence sentence : sentences) {
      if (clearing == AdaptiveData.SENTENCE || sentence.startsDocument() || found.isEmpty()) {
        finder.clearAdaptiveData();
      }
      found.add(entities(finder.find(sentence.words().toArray(String[]::new))));
    }
    return List.copyOf(found);
  }

  /** OpenNLP's spans as entities; names without a type are of OpenNLP's default one. */
  static List<EntitySpan> entities(Span[] names) {
    List<EntitySpan> entities = new ArrayList<>();
    for (Span name : names) {
      String type = name.getType() == null ? NameSample.DEFAULT_TYPE : name.getType();
      double probability = Math.min(1, Math.max(0, name.getProb()));
      entities.add(new EntitySpan(name.getStart(), name.getEnd(), type, probability));
    }
    return List.copyOf(entities);
  }
}
