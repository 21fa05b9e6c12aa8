package io.github.albertner.report;

import io.github.albertner.corpus.Sentence;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where a model came from: data, base model, software, machine. */
public final class Provenance {
  private static final int FILES_NAMED = 20;

  private Provenance() {}

  /**
   * Names the files of a run, with the SHA-256 of each; folders are left out. Of more than {@value
   * #FILES_NAMED} files their number and the SHA-256 of all their bytes in order are given.
   *
   * @throws IOException if a file cannot be read
   */
  public static Map<String, String> ofData(List<Path> training, List<Path> development)
      throws IOException {
    Map<String, String> data = new TreeMap<>();
    data.put("data.train", describe(training));
    data.put("data.dev", describeDevelopment(development));
    return data;
  }

  /**
   * Names sentences that came from no file known, by their number and a digest of their words,
   * entities and document starts, and the development files as {@link #ofData} does.
   *
   * @throws IOException if a file cannot be read
   */
  public static Map<String, String> ofSentences(List<Sentence> training, List<Path> development)
      throws IOException {
    Map<String, String> data = new TreeMap<>();
    data.put(
        "data.train",
        "%s sentences from OpenNLP, sha256:%s"
            .formatted(training.size(), SentenceDigest.of(training)));
    data.put("data.dev", describeDevelopment(development));
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
    Machine.facts().forEach((name, value) -> provenance.put("machine." + name, value));
    provenance.put("started", started.toString());
    return provenance;
  }

  private static String describeDevelopment(List<Path> files) throws IOException {
    return files.isEmpty() ? "split off data.train" : describe(files);
  }

  /**
   * Names files, without their folders, and the SHA-256 of each, or of all if they are many.
   *
   * @throws IOException if a file cannot be read
   */
  public static String describe(List<Path> files) throws IOException {
    if (files.size() > FILES_NAMED) {
      return "%s files from %s to %s sha256:%s"
          .formatted(
              files.size(),
              files.get(0).getFileName(),
              files.get(files.size() - 1).getFileName(),
              sha256(files));
    }
    List<String> described = new ArrayList<>();
    for (Path file : files) {
      described.add(file.getFileName() + " sha256:" + sha256(List.of(file)));
    }
    return String.join(", ", described);
  }

  private static String sha256(List<Path> files) throws IOException {
    MessageDigest digest = sha256();
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file);
          DigestInputStream digesting = new DigestInputStream(in, digest)) {
        digesting.transferTo(OutputStream.nullOutputStream());
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
