package io.github.albertner.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where a model came from: data, base model, software, machine. */
public final class Provenance {
  private Provenance() {}

  /**
   * Names the files of a run, with the SHA-256 of each; folders are left out.
   *
   * @throws IOException if a file cannot be read
   */
  public static Map<String, String> ofData(List<Path> training, List<Path> development)
      throws IOException {
    Map<String, String> data = new TreeMap<>();
    data.put("data.train", describe(training));
    data.put("data.dev", development.isEmpty() ? "split off data.train" : describe(development));
    return data;
  }

  /**
   * Adds what else made the model.
   *
   * @param baseModel what the encoder started from
   * @param data from {@link #ofData}
   * @param started when training began
   */
  public static Map<String, String> ofRun(
      String baseModel, Map<String, String> data, Instant started) {
    Map<String, String> provenance = new TreeMap<>(data);
    provenance.put("base-model", baseModel);
    Versions.all().forEach((name, version) -> provenance.put("version." + name, version));
    provenance.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
    provenance.put("started", started.toString());
    provenance.put(
        "minutes",
        String.format("%.1f", Duration.between(started, Instant.now()).toSeconds() / 60.0));
    return provenance;
  }

  private static String describe(List<Path> files) throws IOException {
    List<String> described = new ArrayList<>();
    for (Path file : files) {
      described.add(file.getFileName() + " sha256:" + sha256(file));
    }
    return String.join(", ", described);
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        DigestInputStream digesting =
            new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
      digesting.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
