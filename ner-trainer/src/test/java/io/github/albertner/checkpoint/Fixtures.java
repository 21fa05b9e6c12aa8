package io.github.albertner.checkpoint;

import io.github.albertner.label.LabelSet;
import io.github.albertner.modelpackage.ModelManifest;
import io.github.albertner.modelpackage.ModelPackage;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The files that reference/make_pytorch_checkpoint.py makes, and packages made of them. */
final class Fixtures {
  static final LabelSet LABELS = LabelSet.bioOf(List.of("PER", "LOC"));

  private Fixtures() {}

  static Path file(String name) {
    URL resource = Fixtures.class.getResource(name);
    try {
      return Path.of(resource.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static ModelPackage tagger() throws IOException {
    ModelPackage plain =
        HuggingFaceDirectory.read(file("albert-zip"))
            .withNewHead(LABELS, 3)
            .toPackage("en", Instant.EPOCH);
    return new ModelPackage(
        plain.config(),
        plain.labels(),
        plain.tokenizerJson(),
        plain.weights(),
        new ModelManifest(
            1,
            "deu",
            Instant.parse("2026-01-02T03:04:05Z"),
            Map.of("epochs", "3"),
            Map.of("f1", 0.123456789),
            Map.of("data", "none")),
        "---\nlanguage: deu\n---\nA card.\n");
  }

  static Path copy(Path folder, Path target) throws IOException {
    Files.createDirectories(target);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.copy(file, target.resolve(file.getFileName()));
      }
    }
    return target;
  }
}
