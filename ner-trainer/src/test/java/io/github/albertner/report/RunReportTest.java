package io.github.albertner.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class RunReportTest {
  @TempDir private static Path folder;

  private static String html;
  private static Map<String, Element> sections;

  @BeforeAll
  static void render() throws Exception {
    html = report(metrics(folder)).render();
    sections = sections(html);
  }

  static RunMetrics metrics(Path folder) throws IOException {
    Path file = folder.resolve("metrics.jsonl");
    try (MetricsLog log = MetricsLog.begin(file, () -> 0)) {
      for (var step : Runs.steps()) {
        log.add(step);
      }
      log.end("all epochs are done");
    }
    return RunMetrics.read(file);
  }

  static RunReport report(RunMetrics metrics) {
    return new RunReport(
        new RunFacts(
            "Training of <my> model",
            Map.of("epochs", "3", "map", "<A>=b"),
            Map.of("version.java", "17")),
        metrics,
        Runs.development());
  }

  private static Map<String, Element> sections(String html) throws Exception {
    String body = html.substring(html.indexOf("<body>"), html.indexOf("</html>"));
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(body)));
    Map<String, Element> sections = new TreeMap<>();
    for (Element section : elements(document.getDocumentElement(), "section")) {
      sections.put(elements(section, "h2").get(0).getTextContent(), section);
    }
    return sections;
  }

  private static List<Element> elements(Element parent, String name) {
    NodeList nodes = parent.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static List<String> rows(String section) {
    return elements(sections.get(section), "tr").stream()
        .map(
            row ->
                elements(row, "td").stream()
                    .map(Element::getTextContent)
                    .reduce((left, right) -> left + "|" + right)
                    .orElse(""))
        .toList();
  }

  @Test
  void allSectionsAreThere() {
    assertEquals(
        List.of(
            "Boundary errors",
            "Calibration",
            "Confusion between labels",
            "Learning curves",
            "Learning rate and gradients",
            "Provenance",
            "Scores by label",
            "Settings",
            "Worst sentences"),
        List.copyOf(sections.keySet()));
    assertFalse(html.contains("<b>"), "text that is not escaped");
    assertFalse(html.contains("<place>"), "text that is not escaped");
    assertTrue(html.contains("Best epoch 2 of 3: development F1 78.26"), html);
    assertTrue(html.contains("Ended: all epochs are done."), html);
  }

  @Test
  void curvesHoldEveryEpochAndUpdate() {
    List<String> tooltips =
        elements(sections.get("Learning curves"), "title").stream()
            .map(Element::getTextContent)
            .toList();
    assertTrue(
        tooltips.containsAll(
            List.of(
                "training: epoch 3, loss, nats per word 0.3333",
                "development: epoch 1, loss, nats per word 0.6",
                "F1: epoch 2, percent 78.26",
                "loss, nats per word: update 6, loss, nats per word 0.3333")),
        tooltips.toString());
    assertEquals(6, elements(sections.get("Learning rate and gradients"), "circle").size() / 2);
  }

  @Test
  void scoresAreThoseOfTheBestEpoch() {
    assertTrue(rows("Scores by label").contains("person|80.00|80.00|80.00|10|10|8"));
    assertTrue(rows("Scores by label").contains("all types|81.82|75.00|78.26|12|11|9"));
  }

  @Test
  void errorsAreCountedAndShown() {
    assertEquals(
        List.of("", "1|1|0", "0|1|0", "0|0|0"), rows("Confusion between labels").subList(0, 4));
    assertTrue(rows("Confusion between labels").contains("same type, other words|1"));
    assertEquals(List.of("0|1|0", "0|2|0", "0|0|0"), rows("Boundary errors").subList(1, 4));
    assertEquals(
        "1|Ada King <b> visited Upper Rome & Ostia|Ada King <b> visited Upper Rome & Ostia",
        rows("Boundary errors").get(5));
    assertTrue(
        sections.get("Calibration").getTextContent().contains("0.400 over 3 entities found"),
        sections.get("Calibration").getTextContent());
    assertTrue(rows("Settings").contains("map|<A>=b"));
  }

  @Test
  void theWorstSentenceComesFirstWithBothSidesMarked() {
    List<Element> marks = elements(sections.get("Worst sentences"), "mark");
    assertEquals(
        List.of("<place>", "person 55 %", "person", "<place>", "person 95 %", "<place> 60 %"),
        marks.stream().map(mark -> mark.getAttribute("data-type")).toList());
    assertEquals(
        List.of("Ostia", "Ostia", "Ada King", "Upper Rome", "Ada King", "Rome"),
        marks.stream().map(Element::getTextContent).toList());
    assertEquals(
        List.of(true, true, false, true, false, true),
        marks.stream().map(mark -> mark.getAttribute("class").endsWith(" wrong")).toList());
    assertTrue(sections.get("Worst sentences").getTextContent().contains("loss 1.500 nats"));
  }

  @Test
  void aRunThatHasHardlyBegunIsShownToo() throws Exception {
    String early =
        report(new RunMetrics(List.of(), List.of(), List.of(), Optional.empty())).render();
    assertTrue(early.contains("No epoch has ended yet."));
    assertFalse(sections(early).containsKey("Scores by label"));
  }

  @Test
  void theSameRunGivesTheSamePage() throws IOException {
    assertEquals(html, report(metrics(folder)).render());
  }
}
