package io.github.albertner.integration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Sentences that are learned in seconds, written in three formats that OpenNLP reads. */
record EasyCorpus(List<Fact> facts) {
  /** Sentences of a document. */
  static final int DOCUMENT = 4;

  private static final List<String> NAMES = List.of("Smith", "Jones", "Miller", "Wood", "Baker");
  private static final List<String> VERBS = List.of("lives", "works", "sleeps", "waits");
  private static final List<String> PLACES = List.of("Paris", "London", "Rome", "Madrid", "Oslo");

  /** Mr NAME VERB in PLACE. */
  record Fact(String name, String verb, String place) {
    String nameSample() {
      return "Mr <START:person> %s <END> %s in <START:location> %s <END> ."
          .formatted(name, verb, place);
    }

    String text() {
      return "Mr %s %s in %s .".formatted(name, verb, place);
    }
  }

  /** All of them, in an order that is always the same. */
  static EasyCorpus all() {
    List<Fact> facts = new ArrayList<>();
    for (String name : NAMES) {
      for (String verb : VERBS) {
        PLACES.forEach(place -> facts.add(new Fact(name, verb, place)));
      }
    }
    Collections.shuffle(facts, new Random(1));
    return new EasyCorpus(facts);
  }

  /** Name samples; an empty line before each document. */
  Path writeNameSamples(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < facts.size(); i++) {
      if (i > 0 && i % DOCUMENT == 0) {
        lines.add("");
      }
      lines.add(facts.get(i).nameSample());
    }
    return Files.write(file, lines);
  }

  /** The four columns of the CoNLL-2003 task. */
  Path writeConll03(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < facts.size(); i++) {
      if (i % DOCUMENT == 0) {
        lines.addAll(List.of("-DOCSTART- -X- O O", ""));
      }
      Fact fact = facts.get(i);
      lines.add("Mr NNP I-NP O");
      lines.add(fact.name + " NNP I-NP I-PER");
      lines.add(fact.verb + " VBZ I-VP O");
      lines.add("in IN I-PP O");
      lines.add(fact.place + " NNP I-NP I-LOC");
      lines.addAll(List.of(". . O O", ""));
    }
    return Files.write(file, lines);
  }

  /** A text and a file of annotations for each document, and the configuration. */
  Path writeBrat(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("annotation.conf"),
        "[entities]\nperson\nlocation\n\n[relations]\n\n[events]\n\n[attributes]\n");
    for (int from = 0; from < facts.size(); from += DOCUMENT) {
      StringBuilder text = new StringBuilder();
      StringBuilder annotations = new StringBuilder();
      int id = 1;
      for (Fact fact : facts.subList(from, from + DOCUMENT)) {
        int name = text.length() + "Mr ".length();
        int place = text.length() + fact.text().indexOf(fact.place);
        text.append(fact.text()).append('\n');
        annotations.append(annotation(id++, "person", name, fact.name));
        annotations.append(annotation(id++, "location", place, fact.place));
      }
      Files.writeString(folder.resolve("d" + from + ".txt"), text);
      Files.writeString(folder.resolve("d" + from + ".ann"), annotations);
    }
    return folder;
  }

  private static String annotation(int id, String type, int begin, String covered) {
    return "T%s\t%s %s %s\t%s\n".formatted(id, type, begin, begin + covered.length(), covered);
  }
}
