package io.github.albertner.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.albertner.corpus.Sentence;
import io.github.albertner.label.EntitySpan;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.report.CardNotes;
import io.github.albertner.run.RunListener;
import io.github.albertner.run.Trainer;
import io.github.albertner.run.TrainingData;
import io.github.albertner.run.TrainingRequest;
import io.github.albertner.train.TrainingDefaults;
import io.github.albertner.weights.DataType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import opennlp.dl.namefinder.NameFinderDL;
import opennlp.tools.sentdetect.SentenceDetector;
import opennlp.tools.util.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OpenNLP's NameFinderDL finds with an exported network what it was trained to find. */
class NameFinderDlTest {
  private static final List<String> PEOPLE = List.of("ada", "bob", "eva", "tom", "ines");
  private static final List<String> PLACES = List.of("oslo", "rome", "lima", "bonn", "kyiv");

  @TempDir private Path folder;

  @Test
  void itFindsThePersonsThatTheNetworkTags() throws Exception {
    List<String> vocabulary = new ArrayList<>(List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]"));
    vocabulary.addAll(List.of("[MASK]", "smith", "lives", "in", "."));
    vocabulary.addAll(PEOPLE);
    vocabulary.addAll(PLACES);
    Path words = Files.write(folder.resolve("vocab.txt"), vocabulary);
    ModelPackage model = trained();
    Path network = folder.resolve("network.onnx");
    OnnxFile.write(model, OnnxPrecision.F32, network, false);
    Map<Integer, String> labels = new HashMap<>();
    for (int i = 0; i < model.labels().size(); i++) {
      labels.put(i, model.labels().labels().get(i).toString());
    }
    NameFinderDL finder = new NameFinderDL(network.toFile(), words.toFile(), labels, new Whole());
    for (String person : PEOPLE) {
      Span[] found = finder.find(new String[] {"in", "oslo", "lives", person, "smith", "."});
      assertEquals(1, found.length);
      assertEquals(person + " smith", found[0].getType()); // where others have the type
    }
  }

  /** A word is a piece. */
  private ModelPackage trained() throws Exception {
    List<Sentence> sentences = new ArrayList<>();
    for (String person : PEOPLE) {
      for (String place : PLACES) {
        sentences.add(
            new Sentence(
                List.of("in", place, "lives", person, "smith", "."),
                List.of(new EntitySpan(1, 2, "LOC"), new EntitySpan(3, 5, "PER")),
                false));
      }
    }
    TrainingRequest request =
        new TrainingRequest(
            new StartingPoint("random:tiny", Optional.of(folder), Optional.empty()),
            TrainingDefaults.forBaseModel("random:tiny")
                .with(
                    Map.of(
                        "epochs",
                        "20",
                        "batch-size",
                        "5",
                        "learning-rate",
                        "2e-3",
                        "threads",
                        "1")),
            DataType.F32,
            CardNotes.of("en", ""));
    return Trainer.train(
            request, new TrainingData(sentences, sentences, Map.of()), RunListener.NONE)
        .model();
  }

  /** The text is one sentence. */
  private static final class Whole implements SentenceDetector {
    @Override
    public String[] sentDetect(CharSequence text) {
      return new String[] {text.toString()};
    }

    @Override
    public Span[] sentPosDetect(CharSequence text) {
      return new Span[] {new Span(0, text.length())};
    }
  }
}
