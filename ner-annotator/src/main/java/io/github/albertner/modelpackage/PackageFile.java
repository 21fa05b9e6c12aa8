package io.github.albertner.modelpackage;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The outer zip of a package: finds the entry that is ours, or says what the file is instead. */
final class PackageFile {
  private static final String EXPECTED = "expected an Albert NER model package";
  private static final int MAX_MANIFEST_BYTES = 1 << 20;

  /** OpenNLP's own models have a handful. */
  private static final int MAX_ENTRIES = 1000;

  private PackageFile() {}

  /** Reads a stream by way of a temporary file: a package is verified through its directory. */
  static ModelPackage read(InputStream in) throws IOException {
    Path copy = Files.createTempFile("albert-ner", ".bin");
    try {
      Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
      return read(copy, "the stream");
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  static ModelPackage read(Path file) throws IOException {
    return read(file, file.toString());
  }

  private static ModelPackage read(Path file, String name) throws IOException {
    if (!Files.exists(file)) {
      throw new InvalidModelException(name + ": " + EXPECTED + ", found no such file");
    }
    if (Files.isDirectory(file)) {
      throw new InvalidModelException(
          name
              + ": "
              + EXPECTED
              + ", found a folder; if it is a Hugging Face checkpoint, import it first");
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      checkNames(name, zip);
      checkManifest(name, zip);
      ZipEntry entry = zip.getEntry(PackageLayout.ENTRY);
      if (entry == null) {
        throw new InvalidModelException(
            name + ": the package is damaged: it has no entry " + PackageLayout.ENTRY);
      }
      try (InputStream in = zip.getInputStream(entry)) {
        return new PackageReader(name).read(in);
      }
    } catch (ZipException | EOFException e) {
      throw new InvalidModelException(
          "%s: %s, found %s (%s)".formatted(name, EXPECTED, kind(file), e.getMessage()), e);
    }
  }

  /** Nothing is ever unpacked under these names; still, only a forger writes them. */
  private static void checkNames(String file, ZipFile zip) throws InvalidModelException {
    if (zip.size() > MAX_ENTRIES) {
      throw new InvalidModelException(
          "%s: %s, found a zip of %s files".formatted(file, EXPECTED, zip.size()));
    }
    for (ZipEntry entry : Collections.list(zip.entries())) {
      String name = entry.getName();
      if (name.startsWith("/")
          || name.contains("\\")
          || name.contains(":")
          || List.of(name.split("/", -1)).contains("..")) {
        throw new InvalidModelException(
            "%s: %s, found an entry that names a place outside of it: %s"
                .formatted(file, EXPECTED, name));
      }
    }
  }

  private static void checkManifest(String file, ZipFile zip) throws IOException {
    ZipEntry entry = zip.getEntry(PackageLayout.OPENNLP_MANIFEST);
    if (entry == null && zip.getEntry(PackageLayout.MANIFEST) != null) {
      // Cut where the stored inner zip ends, the file looks like that one.
      throw new ZipException("it ends before its directory");
    }
    if (entry == null) {
      throw new InvalidModelException(
          "%s: %s, found a zip without %s"
              .formatted(file, EXPECTED, PackageLayout.OPENNLP_MANIFEST));
    }
    Properties manifest = new Properties();
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] text = in.readNBytes(MAX_MANIFEST_BYTES);
      if (text.length == MAX_MANIFEST_BYTES) {
        throw new InvalidModelException(
            "%s: %s: expected less than %s KiB"
                .formatted(file, PackageLayout.OPENNLP_MANIFEST, MAX_MANIFEST_BYTES >> 10));
      }
      manifest.load(new StringReader(new String(text, StandardCharsets.ISO_8859_1)));
    } catch (IllegalArgumentException e) {
      throw new InvalidModelException(
          file + ": " + PackageLayout.OPENNLP_MANIFEST + ": " + e.getMessage(), e);
    }
    String serializer = manifest.getProperty(PackageLayout.SERIALIZER_KEY);
    if (serializer == null) {
      throw new InvalidModelException(
          "%s: this is an OpenNLP maxent or perceptron model (Component-Name=%s); %s"
              .formatted(file, manifest.getProperty("Component-Name"), EXPECTED));
    }
    if (!serializer.equals(PackageLayout.SERIALIZER_CLASS)) {
      throw new InvalidModelException(
          "%s: this OpenNLP model is read by %s; %s".formatted(file, serializer, EXPECTED));
    }
  }

  private static String kind(Path file) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(4);
    }
    if (start.length == 0) {
      return "an empty file";
    }
    boolean zip = start.length == 4 && start[0] == 'P' && start[1] == 'K' && start[2] == 3;
    return zip ? "a truncated or damaged one" : "a file that is not a zip";
  }
}
