package io.github.albertner.modelpackage;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The inner files of a package in the hands of someone careless or hostile. */
final class Forgery {
  private final Map<String, byte[]> files;

  private Forgery(Map<String, byte[]> files) {
    this.files = files;
  }

  static Forgery of(ModelPackage model) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    model.write(bytes);
    return new Forgery(unzip(bytes.toByteArray()));
  }

  static Map<String, byte[]> unzip(byte[] zip) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
        files.put(e.getName(), in.readAllBytes());
      }
    }
    return files;
  }

  byte[] content(String name) {
    return files.get(name);
  }

  Forgery with(String name, byte[] content) {
    Map<String, byte[]> changed = new LinkedHashMap<>(files);
    changed.put(name, content);
    return new Forgery(changed);
  }

  /** Changes the bytes of one file, one character each, and perhaps its name. */
  Forgery change(String name, String newName, UnaryOperator<String> change) {
    Map<String, byte[]> changed = new LinkedHashMap<>();
    files.forEach(
        (each, content) -> {
          if (each.equals(name)) {
            String text = change.apply(new String(content, StandardCharsets.ISO_8859_1));
            changed.put(newName, text.getBytes(StandardCharsets.ISO_8859_1));
          } else {
            changed.put(each, content);
          }
        });
    return new Forgery(changed);
  }

  Forgery change(String name, UnaryOperator<String> change) {
    return change(name, name, change);
  }

  /** Lengths and checksums as they would have to be; as it is if ner.json is no JSON object. */
  Forgery withSums() {
    String text = new String(files.get(PackageLayout.MANIFEST), StandardCharsets.UTF_8);
    JsonObject manifest;
    try {
      manifest = JsonParser.parseString(text).getAsJsonObject();
    } catch (RuntimeException e) {
      return this;
    }
    FileSums sums = new FileSums();
    for (String listed : PackageLayout.LISTED) {
      byte[] content = files.get(listed);
      if (content != null) {
        MessageDigest digest = MeasuringChannel.sha256();
        digest.update(content);
        sums.put(listed, content.length, MeasuringChannel.hex(digest));
      }
    }
    manifest.add("files", sums.toJson());
    return with(PackageLayout.MANIFEST, manifest.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The nameFinder.model entry. */
  byte[] entry() throws IOException {
    return zip(files);
  }

  /** The whole file. */
  byte[] file() throws IOException {
    return file(entry());
  }

  /** A whole file around any entry. */
  static byte[] file(byte[] entry) throws IOException {
    Map<String, byte[]> outer = new LinkedHashMap<>();
    outer.put(
        PackageLayout.OPENNLP_MANIFEST,
        PackageLayout.openNlpManifest(TinyPackages.MANIFEST).getBytes(StandardCharsets.ISO_8859_1));
    outer.put(PackageLayout.ENTRY, entry);
    return zip(outer);
  }

  static byte[] zip(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        if (file.getKey().equals(PackageLayout.WEIGHTS)) {
          CRC32 crc = new CRC32();
          crc.update(file.getValue());
          entry.setMethod(ZipEntry.STORED);
          entry.setSize(file.getValue().length);
          entry.setCrc(crc.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
